/**
 * `k0render render --out`.
 *
 * @module
 */

import { join } from "@std/path";
import { type Finding, hasErrors } from "../model/mod.ts";
import {
  prepareEnvironment,
  provenanceOf,
  renderEnvironment,
  writeDirectory,
} from "../service/mod.ts";
import { EMPTY_TREE, readPreviousBranch } from "../tree/mod.ts";
import type { ChosenEnvironment } from "./choose_environments.ts";
import type { RenderOptions } from "./commands/render.ts";
import { EXIT } from "./exit_code.ts";
import { type OpenedSource, openSource } from "./open_source.ts";
import { Progress } from "./progress.ts";
import { isReadAgain } from "./read_again.ts";
import { jsonReport } from "./report/json_report.ts";
import { findingsText, locateOnce } from "./report/show_findings.ts";
import { fail, type Session } from "./session.ts";
import { Stats } from "./stats.ts";

/** An environment as it was written. */
interface Written {
  readonly name: string;
  readonly directory: string;
  readonly files: number;
}

/** What became of all environments so far. */
interface Work extends OpenedSource {
  readonly progress: Progress;
  readonly findings: Finding[];
  readonly written: Written[];
}

/**
 * Renders to a directory and says what came of it. Several environments get a
 * directory each below it.
 *
 * @param session What the command works with.
 * @param options The options of `k0render render`.
 */
export async function renderToDirectory(
  session: Session,
  options: RenderOptions & { out: string },
): Promise<void> {
  const stats = new Stats();
  const opened = await openSource(session, options);
  if (opened === undefined) return;
  const { environments, prepared, read } = opened;
  if (read.kind === "directory" && isReadAgain(options.out, options.source)) {
    const reason =
      `Cannot write to "${options.out}": it is among the definitions, and would be read with them`;
    return fail(session, reason, EXIT.usage);
  }
  const progress = new Progress(session.terminal);
  const findings = [...prepared.findings];
  const work: Work = { ...opened, progress, findings, written: [] };
  for (const chosen of environments) {
    const directory = environments.length > 1
      ? join(options.out, chosen.environment.name)
      : options.out;
    const reason = await writeEnvironment(work, { chosen, directory });
    if (reason !== undefined) return fail(session, reason);
  }
  progress.end();
  say(session, { work, format: options.format });
  if (options.stats) {
    const { done, failed } = progress;
    session.terminal.err(stats.line({ units: done, failed }));
  }
}

async function writeEnvironment(
  { prepared, read, progress, findings, written }: Work,
  { chosen, directory }: { chosen: ChosenEnvironment; directory: string },
): Promise<string | undefined> {
  const { config, environment } = chosen;
  const ready = prepareEnvironment(prepared, config, environment);
  const entries = renderEnvironment(ready, {
    previous: readPreviousBranch(EMPTY_TREE),
    onUnit: (result) => progress.unit(result),
    ...(read.kind === "commit"
      ? { provenance: provenanceOf(read.dry.commit, read.remote.url) }
      : {}),
  });
  const outcome = await writeDirectory(directory, entries);
  if (outcome.kind === "occupied") return outcome.reason;
  findings.push(...ready.findings, ...outcome.report.findings);
  if (outcome.kind === "written") {
    const { files } = outcome;
    written.push({ name: environment.name, directory, files });
  }
  return undefined;
}

function say(
  session: Session,
  { work, format }: { work: Work; format: "text" | "json" },
): void {
  const { terminal } = session;
  const { findings, findingSource, written } = work;
  const located = locateOnce(findings, findingSource);
  if (format === "json") {
    const value = { environments: written, ...jsonReport(located) };
    terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
  } else {
    const { tree } = findingSource;
    terminal.err(findingsText(located, { tree, colour: terminal.colour }));
    for (const { name, directory, files } of written) {
      terminal.out(`${name}: ${files} files in ${directory}\n`);
    }
  }
  if (hasErrors(findings)) session.exitCode = EXIT.errors;
}
