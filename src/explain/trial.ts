/**
 * A cluster rendered again with something changed.
 *
 * @module
 */

import { distribute, takeInventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  hasErrors,
  identityKey,
  identityOf,
  type Manifest,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import {
  type ClusterAlone,
  collectAlone,
  digestOf,
  mergeLayers,
  type RenderedCluster,
} from "../render/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type {
  PackageRelease,
  PinnedCharts,
  RenderedPackage,
  TemplatePackage,
} from "../templates/mod.ts";
import type { ExplainInput } from "./subject.ts";

/** What is to be other than it is. */
export interface Change {
  readonly definitions?: readonly Definition[];
  readonly config?: RenderConfig;
  readonly charts?: PinnedCharts;
  /** Changes what is given to the chart, where nobody else looks. */
  readonly values?: (values: ValueMap) => ValueMap;
  /** Expands the chart in place of the package found. */
  readonly expander?: TemplatePackage;
}

/** What came of it. */
export interface Outcome {
  readonly cluster: ClusterAlone;
  /** What Flux applies, and what is there for review. */
  readonly rendered: RenderedCluster;
  /** The chart values under {@linkcode VALUES}, and the objects by identity. */
  readonly objects: ReadonlyMap<string, Value>;
}

/** Where an outcome has the values that are given to the chart. */
export const VALUES = "values";

/** Tries changes of one cluster. */
export interface Trial {
  /**
   * Collects the cluster, changed.
   *
   * @param change What is to be other than it is.
   * @returns The cluster; `undefined` where it cannot be rendered so.
   */
  collect(change: Change): ClusterAlone | undefined;
  /**
   * Renders the cluster, changed.
   *
   * @param change What is to be other than it is.
   * @returns What came of it; `undefined` where it cannot be rendered so.
   */
  render(change: Change): Outcome | undefined;
}

/**
 * Prepares to try changes of a cluster.
 *
 * @param input What the dry source is rendered from.
 * @param cluster The ClusterDeployment, as `namespace/name`; changes may name
 * it otherwise.
 * @returns The trial.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * const trial = trialOf(demoScope(), "prod/eu1");
 * assertEquals(trial.render({})?.objects.has(VALUES), true);
 * ```
 */
export function trialOf(input: ExplainInput, cluster: string): Trial {
  const outputs = new Map<string, RenderedPackage>();
  let known: number | undefined;
  return { collect, render };

  function collect(change: Change): ClusterAlone | undefined {
    const { definitions, config = input.config } = change;
    const { charts = input.charts } = change;
    const { inventory, hasProblems } = definitions === undefined
      ? { inventory: input.inventory, hasProblems: false }
      : inventoryOf(definitions, config);
    if (hasProblems) return undefined;
    const key = definitions === undefined
      ? cluster
      : onlyCluster(definitions, cluster);
    return collectAlone({
      ...input,
      inventory,
      config,
      previous: new Map(),
      ...(charts === undefined ? {} : { charts }),
    }, key).cluster;
  }

  function render(change: Change): Outcome | undefined {
    known ??= errorsIn(renderAnyway({}));
    const made = renderAnyway(change);
    // Of services with errors nothing is left: that tells nothing about them.
    if (made === undefined || errorsIn(made) > known) return undefined;
    const { found, rendered } = made;
    if (rendered.isFailed) return undefined;
    const objects = [...rendered.applied, ...rendered.review]
      .map(({ manifest }) =>
        [identityKey(identityOf(manifest)), manifest] as [string, Manifest]
      );
    return {
      cluster: found,
      rendered,
      objects: new Map<string, Value>([
        [VALUES, mergeLayers(found.layers)],
        ...objects,
      ]),
    };
  }

  function renderAnyway(change: Change): Made | undefined {
    const found = collect(change);
    if (found === undefined) return undefined;
    const expander = change.expander ?? found.inputs.package;
    const rendered = found.render(
      expander && remembering(expander, change.values),
    );
    return { found, rendered };
  }

  /** Much of what is tried never reaches the chart. */
  function remembering(
    expander: TemplatePackage,
    change: (values: ValueMap) => ValueMap = (values) => values,
  ): TemplatePackage {
    return {
      ...expander,
      render(asked: PackageRelease): RenderedPackage {
        const release = { ...asked, values: change(asked.values) };
        const key = digestOf({ ...release, digest: expander.digest });
        const known = outputs.get(key) ?? expander.render(release);
        outputs.set(key, known);
        return known;
      },
    };
  }
}

/** A cluster, and what is rendered of it. */
interface Made {
  readonly found: ClusterAlone;
  readonly rendered: RenderedCluster;
}

function errorsIn(made: Made | undefined): number {
  const { found, rendered } = made ?? {};
  return [...found?.findings ?? [], ...rendered?.findings ?? []]
    .filter(({ severity }) => severity === "error").length;
}

function inventoryOf(
  definitions: readonly Definition[],
  { systemNamespace }: RenderConfig,
) {
  const { inventory, findings } = takeInventory(definitions, {
    systemNamespace,
  });
  return {
    inventory: distribute(inventory),
    hasProblems: hasErrors(findings),
  };
}

/** A change may give the cluster another name. */
function onlyCluster(
  definitions: readonly Definition[],
  cluster: string,
): string {
  const keys = definitions
    .filter(({ manifest }) => manifest.kind === "ClusterDeployment")
    .map(({ manifest: { metadata } }) =>
      `${metadata.namespace}/${metadata.name}`
    );
  const [only = cluster] = keys;
  return keys.includes(cluster) ? cluster : only;
}
