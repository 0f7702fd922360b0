/**
 * One state of a dry source, rendered inside of the sandbox.
 *
 * @module
 */

import type { RenderedSide } from "../../diff/mod.ts";
import {
  type FailedUnit,
  type Finding,
  type UnitId,
  unitKey,
} from "../../model/mod.ts";
import type { DryTree, Environment } from "../../source/mod.ts";
import {
  type PreviousBranch,
  type Provenance,
  readPreviousBranch,
  treeChanges,
  type TreeReport,
} from "../../tree/mod.ts";
import { pinCharts } from "../charts/pin_charts.ts";
import {
  type Overrides,
  type PreparedEnvironment,
  type PreparedSource,
  prepareEnvironment,
  prepareSource,
} from "../prepare.ts";
import { renderEnvironment } from "../render_environment.ts";
import { chartsOfParent } from "./charts_of_parent.ts";
import { type Refusals, type SandboxWork, workKey } from "./messages.ts";
import type { Parent } from "./parent.ts";

/** An environment of a state, rendered. */
export interface SandboxEnvironment {
  readonly environment: Environment;
  readonly prepared: PreparedEnvironment;
  /** The rendered branch that it was rendered onto. */
  readonly previous: PreviousBranch;
  /** What the tree has other than that branch: texts, or `undefined`. */
  readonly changes: ReadonlyMap<string, string | undefined>;
  readonly report: TreeReport;
  readonly side: RenderedSide;
}

/** A state of a dry source, rendered. */
export interface SandboxState {
  readonly tree: DryTree;
  readonly prepared: PreparedSource;
  readonly environments: readonly SandboxEnvironment[];
}

/** What a state is rendered with. */
export interface RenderStateOptions {
  readonly parent: Parent;
  readonly builtIn: ReadonlyMap<string, string>;
  readonly overrides: Overrides;
  /** The state before, whose branches are known already. */
  readonly before?: SandboxState;
  readonly provenance?: Provenance;
  readonly refusals?: Refusals;
  /** Whether the parent is told what comes of it. @default false */
  readonly isTold?: boolean;
}

/**
 * Renders a state. The parent is told what work is under way, so that it knows
 * what to blame where this process has to be ended.
 *
 * @param tree The dry source.
 * @param options What it is rendered with.
 * @returns What comes of it.
 */
export async function renderState(
  tree: DryTree,
  options: RenderStateOptions,
): Promise<SandboxState> {
  const { parent, builtIn, overrides } = options;
  parent.say({ kind: "at", work: "reading" });
  const prepared = await pinCharts(
    prepareSource(tree, { builtIn, overrides }),
    { charts: chartsOfParent(parent) },
  );
  const { config } = prepared;
  const environments: SandboxEnvironment[] = [];
  for (const environment of config?.environments ?? []) {
    environments.push(await renderOne(environment, prepared, options));
  }
  return { tree, prepared, environments };
}

async function renderOne(
  environment: Environment,
  source: PreparedSource,
  options: RenderStateOptions,
): Promise<SandboxEnvironment> {
  const { name, branch } = environment;
  const { parent, provenance, isTold = false } = options;
  const refusalOf = refusalsOf(name, options.refusals);
  const previous = await previousOf(branch, options);
  function work(work: SandboxWork["work"]): void {
    parent.say({ kind: "at", environment: name, work });
  }
  work("checking");
  const prepared = prepareEnvironment(source, source.config!, environment);
  if (isTold) parent.say({ kind: "environment", name, branch });
  const units: UnitId[] = [];
  const failed: FailedUnit[] = [];
  let rendered = 0;
  let started: UnitId | undefined;
  const generator = treeChanges(
    renderEnvironment(prepared, {
      previous,
      refuse(cluster) {
        const refusal = refusalOf(cluster);
        if (refusal === undefined) work(started = cluster);
        return refusal;
      },
      onUnit(result) {
        const { kind, id } = result;
        units.push(id);
        if (kind === "rendered") rendered += 1;
        if (kind === "failed") failed.push(result);
        // What a unit was rendered to is told after this, and is its own too.
        if (started === undefined || unitKey(started) === unitKey(id)) return;
        started = undefined;
        work("checking");
      },
      ...(provenance === undefined ? {} : { provenance }),
    }),
    previous,
  );
  const changes = new Map<string, string | undefined>();
  for (;;) {
    const { done, value } = generator.next();
    if (!done) {
      changes.set(value.path, value.kind === "file" ? value.text : undefined);
      if (isTold) parent.say(value);
      continue;
    }
    if (isTold) {
      parent.say({
        kind: "composed",
        tree: value.kind,
        units: units.length,
        rendered,
        failed: failed.map(({ id }) => id),
      });
    }
    const side = { units, failed, complete: prepared.complete };
    return { environment, prepared, previous, changes, report: value, side };
  }
}

function refusalsOf(
  environment: string,
  { refused, except }: Refusals = { refused: [] },
): (cluster: UnitId) => Finding | undefined {
  const why = new Map(refused);
  const allowed = except && new Set(except.keys);
  return (cluster) => {
    const key = workKey(environment, cluster);
    const isLeftOut = allowed !== undefined && !allowed.has(key);
    return why.get(key) ?? (isLeftOut ? except?.why : undefined);
  };
}

async function previousOf(
  branch: string,
  { parent, before }: RenderStateOptions,
): Promise<PreviousBranch> {
  const known = before?.environments
    .find(({ environment }) => environment.branch === branch);
  return known?.previous ??
    readPreviousBranch(await parent.previous(branch));
}
