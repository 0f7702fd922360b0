/**
 * The dry source that a command works on, read and understood.
 *
 * @module
 */

import {
  pinCharts,
  type PreparedSource,
  prepareSource,
  readBuiltInTemplates,
  readSource,
  type SourceOutcome,
} from "../service/mod.ts";
import { openChartsOf } from "./chart_options.ts";
import {
  chooseEnvironments,
  type ChosenEnvironment,
} from "./choose_environments.ts";
import { EXIT } from "./exit_code.ts";
import type { FindingSource } from "./report/show_findings.ts";
import { fail, type Session } from "./session.ts";
import {
  addressOf,
  overridesOf,
  type SourceOptions,
} from "./source_options.ts";

/** A dry source, and the environments of it to work on. */
export interface OpenedSource {
  readonly read: Exclude<SourceOutcome, { kind: "unreadable" }>;
  readonly prepared: PreparedSource;
  /** Empty where `k0render.yaml` has errors. */
  readonly environments: readonly ChosenEnvironment[];
  /** What findings point into. */
  readonly findingSource: FindingSource;
}

/**
 * Reads the dry source that the options name, and has its locked charts.
 *
 * @param session What the command works with; told what went wrong.
 * @param options The options.
 * @returns The source, or `undefined` where the command cannot go on.
 */
export async function openSource(
  session: Session,
  options: SourceOptions,
): Promise<OpenedSource | undefined> {
  const opened = await openDefinitions(session, options);
  if (opened === undefined) return undefined;
  const charts = await openChartsOf(session, options);
  if (charts === undefined) return undefined;
  const { environment } = options;
  const prepared = await pinCharts(opened.prepared, { charts, environment });
  return { ...opened, prepared };
}

/**
 * Reads the dry source that the options name, without its charts.
 *
 * @param session What the command works with; told what went wrong.
 * @param options The options.
 * @returns The source, or `undefined` where the command cannot go on.
 */
export async function openDefinitions(
  session: Session,
  options: SourceOptions,
): Promise<OpenedSource | undefined> {
  const read = await readSource(addressOf(options, session));
  if (read.kind === "unreadable") return fail(session, read.reason);
  const prepared = prepareSource(read.tree, {
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
    strict: options.strict ?? false,
  });
  const chosen = chooseEnvironments(prepared.config, options.environment);
  if (chosen.kind === "unknown") {
    return fail(session, chosen.reason, EXIT.usage);
  }
  return {
    read,
    prepared,
    environments: chosen.environments,
    findingSource: {
      tree: read.tree,
      locate: (place) => prepared.source.locate(place),
    },
  };
}
