import { unitKey } from "../model/mod.ts";
import {
  DEFAULT_BRANCH,
  type EnvironmentOutcome,
  openRepository,
  readBuiltInTemplates,
  renderRepository,
} from "../service/mod.ts";
import type { ComposedTree } from "../tree/mod.ts";
import type { RenderOptions } from "./commands/render.ts";
import { noEnvironment } from "./choose_environments.ts";
import { EXIT } from "./exit_code.ts";
import { Progress } from "./progress.ts";
import { jsonReport } from "./report/json_report.ts";
import {
  environmentText,
  isDone,
  type Rendered,
  renderFindings,
} from "./render_text.ts";
import { findingsText, locateOnce } from "./report/show_findings.ts";
import type { Session } from "./session.ts";
import { loadSigningKey } from "./signing_key.ts";
import { addressOf, overridesOf } from "./source_options.ts";
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
  const fail = (reason: string) => {
    session.terminal.err(`error: ${reason}\n`);
    session.exitCode = EXIT.errors;
  };
  const key = await loadSigningKey(options.signingKey);
  if (key.kind === "unusable") return fail(key.reason);
  const opened = await openRepository(addressOf(options, session));
  if (opened.kind === "unreadable") return fail(opened.reason);
  const progress = new Progress(session.terminal);
  const outcome = await renderRepository({
    repository: opened.repository,
    remote: opened.remote,
    branch: options.ref ?? DEFAULT_BRANCH,
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
    environment: options.environment,
    signingKey: key.key,
    onUnit: (result) => progress.unit(result),
    signal: session.signal,
  });
  progress.end();
  if (outcome.kind === "unreadable") return fail(outcome.reason);
  if (outcome.kind === "no-environment") {
    const known = outcome.environments.map((name) => ({ name }));
    session.terminal.err(
      `error: ${noEnvironment(options.environment ?? "", known)}\n`,
    );
    session.exitCode = EXIT.usage;
    return;
  }
  say(session, { outcome, format: options.format });
  if (options.stats) {
    session.terminal.err(
      stats.line({ units: progress.done, failed: progress.failed }),
    );
  }
}

function say(
  session: Session,
  { outcome, format }: { outcome: Rendered; format: "text" | "json" },
): void {
  const tree = outcome.tree;
  const located = locateOnce(renderFindings(outcome), {
    tree,
    locate: (place) => outcome.source.locate(place),
  });
  if (format === "json") {
    const environments = outcome.environments.map(environmentJson);
    session.terminal.out(`${
      JSON.stringify(
        { drySha: outcome.drySha, environments, ...jsonReport(located) },
        undefined,
        2,
      )
    }\n`);
  } else {
    const { colour } = session.terminal;
    session.terminal.err(findingsText(located, { tree, colour }));
    session.terminal.out(outcome.environments.map(environmentText).join(""));
  }
  const bad = located.some(({ finding }) => finding.severity === "error") ||
    !outcome.environments.every(isDone);
  if (bad) session.exitCode = EXIT.errors;
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
  };
}

function treeJson({ units, failed }: ComposedTree) {
  return {
    units: units.map(({ id, retired }) => ({ unit: unitKey(id), retired })),
    failed: failed.map(({ id, kept }) => ({ unit: unitKey(id), kept })),
  };
}
