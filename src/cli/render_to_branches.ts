/**
 * `k0render render --commit`.
 *
 * @module
 */

import { hasErrors, unitKey } from "../model/mod.ts";
import { type EnvironmentOutcome, renderRepository } from "../service/mod.ts";
import type { ComposedTree } from "../tree/mod.ts";
import type { RenderOptions } from "./commands/render.ts";
import { noEnvironment } from "./choose_environments.ts";
import { commitSettings } from "./commit_settings.ts";
import { EXIT } from "./exit_code.ts";
import { Progress } from "./progress.ts";
import { guardJson } from "./report/diff_json.ts";
import { jsonReport } from "./report/json_report.ts";
import {
  environmentText,
  isDone,
  type Rendered,
  renderFindings,
} from "./render_text.ts";
import { findingsText, locateOnce } from "./report/show_findings.ts";
import { fail, type Session } from "./session.ts";
import { Stats } from "./stats.ts";

/**
 * Renders a repository to its branches and says what came of it.
 *
 * @param session What the command works with.
 * @param options The options of `k0render render`.
 */
export async function renderToBranches(
  session: Session,
  options: RenderOptions,
): Promise<void> {
  const stats = new Stats();
  const settings = await commitSettings(session, options);
  if (settings === undefined) return;
  const progress = new Progress(session.terminal);
  const outcome = await renderRepository({
    ...settings,
    onUnit: (result) => progress.unit(result),
  });
  progress.end();
  if (outcome.kind === "unreadable") return fail(session, outcome.reason);
  if (outcome.kind === "no-environment") {
    const known = outcome.environments.map((name) => ({ name }));
    const reason = noEnvironment(options.environment ?? "", known);
    return fail(session, reason, EXIT.usage);
  }
  say(session, { outcome, format: options.format });
  if (options.stats) {
    const { done, failed } = progress;
    session.terminal.err(stats.line({ units: done, failed }));
  }
}

function say(
  session: Session,
  { outcome, format }: { outcome: Rendered; format: "text" | "json" },
): void {
  const { terminal } = session;
  const { tree, source, drySha, environments } = outcome;
  const findings = renderFindings(outcome);
  const located = locateOnce(findings, {
    tree,
    locate: (place) => source.locate(place),
  });
  if (format === "json") {
    const value = {
      drySha,
      environments: environments.map(environmentJson),
      ...jsonReport(located),
    };
    terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
  } else {
    terminal.err(findingsText(located, { tree, colour: terminal.colour }));
    terminal.out(environments.map(environmentText).join(""));
  }
  if (environments.some(({ outcome }) => outcome.kind === "guarded")) {
    session.exitCode = EXIT.guard;
  } else if (hasErrors(findings) || !environments.every(isDone)) {
    session.exitCode = EXIT.errors;
  }
}

function environmentJson({ prepared, outcome }: EnvironmentOutcome) {
  const { name, branch } = prepared.environment;
  return {
    name,
    branch,
    outcome: outcome.kind,
    ...("commit" in outcome ? { commit: outcome.commit } : {}),
    ...("reason" in outcome ? { reason: outcome.reason } : {}),
    ...("report" in outcome && outcome.report.kind === "composed"
      ? treeJson(outcome.report)
      : {}),
    ...("guards" in outcome ? { guards: outcome.guards.map(guardJson) } : {}),
  };
}

function treeJson({ units, failed }: ComposedTree) {
  return {
    units: units.map(({ id, retired }) => ({ unit: unitKey(id), retired })),
    failed: failed.map(({ id, kept }) => ({ unit: unitKey(id), kept })),
  };
}
