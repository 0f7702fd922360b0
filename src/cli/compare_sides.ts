/**
 * What becomes of everything between the two sides of `k0render diff`.
 *
 * @module
 */

import type { Charts } from "../charts/mod.ts";
import type { Comparison } from "../diff/mod.ts";
import { initRepository } from "../git/mod.ts";
import type { Finding } from "../model/mod.ts";
import {
  type ComparedSources,
  compareRendered,
  compareSources,
  pinCharts,
  type PreparedSource,
  prepareSource,
  readBuiltInTemplates,
} from "../service/mod.ts";
import { openChartsOf } from "./chart_options.ts";
import { chooseEnvironments } from "./choose_environments.ts";
import type { DiffOptions } from "./commands/diff.ts";
import { EXIT } from "./exit_code.ts";
import { findSides, type FoundSource, type NamedSides } from "./find_sides.ts";
import { Progress } from "./progress.ts";
import type { FindingSource } from "./report/show_findings.ts";
import { fail, type Session } from "./session.ts";
import { overridesOf } from "./source_options.ts";

/** What came of comparing two sides. */
export interface ComparedSides extends NamedSides {
  readonly environments: readonly EnvironmentDiff[];
  /** What the change brings, of all environments. */
  readonly findings: readonly Finding[];
  readonly findingSource: FindingSource;
}

/** What becomes of one environment. */
export interface EnvironmentDiff {
  readonly name: string;
  /** The rendered branch; left out where rendered trees were compared. */
  readonly branch?: string;
  /** Left out where nothing may be committed: a finding says why. */
  readonly comparison?: Comparison;
}

/** Rendered trees have no definitions that a finding could point into. */
const NO_SOURCE: FindingSource = {
  tree: { files: [], findings: [] },
  locate: () => ({ line: 1, column: 1 }),
};

/**
 * Compares two sides.
 *
 * @param session What the command works with; told what went wrong.
 * @param sides The sides: commits of the source, or directories.
 * @param options The options.
 * @returns What came of it, or `undefined` where the command cannot go on.
 */
export async function compareSides(
  session: Session,
  sides: NamedSides,
  options: DiffOptions,
): Promise<ComparedSides | undefined> {
  const found = await findSides(session, sides, options);
  if (found === undefined) return undefined;
  if (found.kind === "rendered") {
    const comparison = await compareRendered(sides.base, sides.head);
    const environments = [{ name: "rendered", comparison }];
    return { ...sides, environments, findings: [], findingSource: NO_SOURCE };
  }
  const charts = await openChartsOf(session, options);
  if (charts === undefined) return undefined;
  const before = await prepare(found.before, { charts, options });
  const after = await prepare(found.after, { charts, options });
  const chosen = chooseEnvironments(after.config, options.environment);
  if (chosen.kind === "unknown") {
    return fail(session, chosen.reason, EXIT.usage);
  }
  const compared = await compareInScratch(session, { before, after }, options);
  return {
    base: found.before.name,
    head: found.after.name,
    environments: compared.environments.map(environmentDiff),
    findings: [
      ...compared.findings,
      ...compared.environments.flatMap(({ outcome }) => outcome.findings),
    ],
    findingSource: {
      tree: found.after.tree,
      locate: (place) => after.source.locate(place),
    },
  };
}

async function prepare(
  { tree }: FoundSource,
  { charts, options }: { charts: Charts; options: DiffOptions },
): Promise<PreparedSource> {
  const { environment } = options;
  const prepared = prepareSource(tree, {
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
  });
  return await pinCharts(prepared, { charts, environment });
}

/** Trees that nobody commits do not belong into anybody's repository. */
async function compareInScratch(
  session: Session,
  pair: { before: PreparedSource; after: PreparedSource },
  { environment }: DiffOptions,
): Promise<ComparedSources> {
  const { terminal, signal } = session;
  const progress = new Progress(terminal);
  const directory = await Deno.makeTempDir({ prefix: "k0render-diff-" });
  try {
    const repository = await initRepository(directory, { signal });
    return await compareSources(repository, pair, {
      environment,
      signal,
      onUnit: (result) => progress.unit(result),
    });
  } finally {
    progress.end();
    await Deno.remove(directory, { recursive: true });
  }
}

function environmentDiff(
  { environment, outcome }: ComparedSources["environments"][number],
): EnvironmentDiff {
  const { name, branch } = environment;
  return outcome.kind === "refused"
    ? { name, branch }
    : { name, branch, comparison: outcome.comparison };
}
