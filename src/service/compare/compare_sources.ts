/**
 * All environments, before and after a change of the definitions.
 *
 * @module
 */

import type { Repository } from "../../git/mod.ts";
import type { Finding } from "../../model/mod.ts";
import type { Environment } from "../../source/mod.ts";
import type { PreparedSource } from "../prepare.ts";
import {
  compareEnvironment,
  type CompareOptions,
  type ComparisonOutcome,
  type EnvironmentPair,
} from "./compare_environment.ts";
import { environmentBefore } from "./environment_before.ts";
import type { EnvironmentState } from "./environment_state.ts";
import { newFindings } from "./new_findings.ts";

/** A dry source on both sides of a change. */
export interface SourcePair {
  readonly before: PreparedSource;
  readonly after: PreparedSource;
}

/** What becomes of one environment. */
export interface ComparedEnvironment {
  readonly environment: Environment;
  readonly outcome: ComparisonOutcome;
}

/** What becomes of all environments. */
export interface ComparedSources {
  /** What is wrong with the source as a whole, and was not before. */
  readonly findings: readonly Finding[];
  /** Empty where `k0render.yaml` has errors after the change. */
  readonly environments: readonly ComparedEnvironment[];
}

/** What sources are compared with. */
export interface CompareSourcesOptions extends CompareOptions {
  /** The one environment to compare; left out, all. */
  readonly environment?: string | undefined;
}

/**
 * Compares what two states of a dry source are rendered to.
 *
 * @param repository Where the trees are written; no ref is made or moved.
 * @param pair The sources.
 * @param options The one environment to compare, and who watches.
 * @returns What becomes of each environment that there is after the change.
 * Without one that was there before, nothing is rendered to its branch any
 * more, and what runs stays as it is.
 */
export async function compareSources(
  repository: Repository,
  { before, after }: SourcePair,
  options: CompareSourcesOptions = {},
): Promise<ComparedSources> {
  const { config } = after;
  const environments: ComparedEnvironment[] = [];
  for (const environment of config?.environments ?? []) {
    const { name } = environment;
    if (options.environment !== undefined && options.environment !== name) {
      continue;
    }
    const outcome = await compareEnvironment(repository, {
      ...stateBefore(before, { config: config!, environment }),
      after: { source: after, config: config!, environment },
    }, options);
    environments.push({ environment, outcome });
  }
  const findings = newFindings(before.findings, after.findings);
  return { findings, environments };
}

function stateBefore(
  source: PreparedSource,
  after: Omit<EnvironmentState, "source">,
): Omit<EnvironmentPair, "after"> {
  const { config } = source;
  const environment = config && environmentBefore(after.environment, {
    before: config.environments,
    after: after.config.environments,
  });
  return config === undefined || environment === undefined
    ? {
      was: config === undefined ? "unreadable" : "absent",
      before: { source, ...after },
    }
    : { was: "there", before: { source, config, environment } };
}
