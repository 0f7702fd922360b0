import { join } from "@std/path";
import type { Finding } from "../model/mod.ts";
import {
  type PreparedEnvironment,
  prepareEnvironment,
  prepareSource,
  provenanceOf,
  readBuiltInTemplates,
  readSource,
  renderEnvironment,
  type SourceOutcome,
  writeDirectory,
} from "../service/mod.ts";
import { EMPTY_TREE, readPreviousBranch, type TreeEntry } from "../tree/mod.ts";
import { chooseEnvironments } from "./choose_environments.ts";
import type { RenderOptions } from "./commands/render.ts";
import { EXIT } from "./exit_code.ts";
import { Progress } from "./progress.ts";
import { jsonReport } from "./report/json_report.ts";
import { findingsText, locateOnce } from "./report/show_findings.ts";
import type { Session } from "./session.ts";
import { addressOf, overridesOf } from "./source_options.ts";
import { Stats } from "./stats.ts";

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
  const progress = new Progress(session.terminal);
  const read = await readSource(addressOf(options, session));
  if (read.kind === "unreadable") {
    session.terminal.err(`error: ${read.reason}\n`);
    session.exitCode = EXIT.errors;
    return;
  }
  const prepared = prepareSource(read.tree, {
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
  });
  const chosen = chooseEnvironments(prepared.config, options.environment);
  if (chosen.kind === "unknown") {
    session.terminal.err(`error: ${chosen.reason}\n`);
    session.exitCode = EXIT.usage;
    return;
  }
  const findings = [...prepared.findings];
  const written = [];
  for (const { config, environment } of chosen.environments) {
    const ready = prepareEnvironment(prepared, config, environment);
    const several = chosen.environments.length > 1;
    const directory = several
      ? join(options.out, environment.name)
      : options.out;
    const entries = collectFindings(ready, { read, progress, findings });
    const outcome = await writeDirectory(directory, entries);
    if (outcome.kind === "occupied") {
      session.terminal.err(`error: ${outcome.reason}\n`);
      session.exitCode = EXIT.errors;
      return;
    }
    written.push({
      environment: environment.name,
      directory,
      files: outcome.files,
    });
  }
  progress.end();
  const located = locateOnce(findings, {
    tree: read.tree,
    locate: (place) => prepared.source.locate(place),
  });
  const { terminal } = session;
  if (options.format === "json") {
    const value = { environments: written, ...jsonReport(located) };
    terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
  } else {
    terminal.err(
      findingsText(located, { tree: read.tree, colour: terminal.colour }),
    );
    terminal.out(
      written.map(({ environment, directory, files }) =>
        `${environment}: ${files} files in ${directory}\n`
      ).join(""),
    );
  }
  if (located.some(({ finding }) => finding.severity === "error")) {
    session.exitCode = EXIT.errors;
  }
  if (options.stats) {
    terminal.err(stats.line({ units: progress.done, failed: progress.failed }));
  }
}

function* collectFindings(
  ready: PreparedEnvironment,
  options: {
    read: Exclude<SourceOutcome, { kind: "unreadable" }>;
    progress: Progress;
    findings: Finding[];
  },
): Generator<TreeEntry> {
  const { read, progress, findings } = options;
  findings.push(...ready.findings);
  const report = yield* renderEnvironment(ready, {
    previous: readPreviousBranch(EMPTY_TREE),
    onUnit: (result) => progress.unit(result),
    ...(read.kind === "commit"
      ? { provenance: provenanceOf(read.dry.commit, read.remote.url) }
      : {}),
  });
  findings.push(...report.findings);
}
