/**
 * What becomes of an environment, found out inside of the sandbox.
 *
 * @module
 */

import type { Comparison, TreePair } from "../../diff/mod.ts";
import type { Finding } from "../../model/mod.ts";
import {
  changedFindings,
  compareStates,
  type States,
} from "../compare/compare_states.ts";
import { environmentBefore } from "../compare/environment_before.ts";
import type { EnvironmentState } from "../compare/environment_state.ts";
import type { Environment } from "../../source/mod.ts";
import type { PreparedSource } from "../prepare.ts";
import type { Parent } from "./parent.ts";
import type { SandboxEnvironment, SandboxState } from "./render_state.ts";

/** What becomes of an environment. */
export interface SandboxComparison {
  /** Left out where the tree of a side may not be committed. */
  readonly comparison?: Comparison;
  /** What is wrong after the change and was not before. */
  readonly findings: readonly Finding[];
}

/**
 * Compares an environment with what it was before.
 *
 * @param parent The service, which has the rendered branch.
 * @param after The environment.
 * @param states The states of the source.
 * @returns What becomes of it.
 */
export async function compareEnvironment(
  parent: Parent,
  after: SandboxEnvironment,
  states: { readonly before: SandboxState; readonly after: SandboxState },
): Promise<SandboxComparison> {
  const was = environmentBefore(after.environment, {
    before: environmentsOf(states.before),
    after: environmentsOf(states.after),
  });
  const before = states.before.environments.find(({ environment }) =>
    environment === was
  );
  const pair: States = {
    pair: {
      before: stateOf(states.before.prepared, before ?? after),
      after: stateOf(states.after.prepared, after),
    },
    was: before?.prepared,
    is: after.prepared,
    findings: { before: findingsOf(before), after: findingsOf(after) },
  };
  const isRefused = before?.report.kind === "refused" ||
    after.report.kind === "refused";
  if (isRefused) return { findings: changedFindings(pair) };
  return await compareStates({
    ...pair,
    sides: {
      before: before?.side ?? {
        units: [],
        failed: [],
        complete: states.before.prepared.config !== undefined,
      },
      after: after.side,
    },
    trees: pairOf(parent, after),
    probes: true,
  });
}

function environmentsOf({ environments }: SandboxState): Environment[] {
  return environments.map(({ environment }) => environment);
}

function stateOf(
  source: PreparedSource,
  { prepared, environment }: SandboxEnvironment,
): EnvironmentState {
  const { config } = prepared;
  return { source, config: source.config ?? config, environment };
}

function findingsOf(environment: SandboxEnvironment | undefined) {
  if (environment === undefined) return [];
  const { prepared, report } = environment;
  return [...prepared.findings, ...report.findings];
}

/** What did not change is asked of the service, on either side. */
function pairOf(
  parent: Parent,
  { environment, changes }: SandboxEnvironment,
): TreePair {
  return {
    changed: [...changes.keys()],
    async read(side, files) {
      const paths = files.map(({ path }) => path);
      const own = side === "after"
        ? paths.filter((path) => changes.has(path))
        : [];
      const others = paths.filter((path) => !own.includes(path));
      const texts = others.length === 0
        ? new Map<string, string>()
        : await parent.texts(environment.branch, others);
      for (const path of own) {
        const text = changes.get(path);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
  };
}
