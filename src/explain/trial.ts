/**
 * A cluster rendered again with something changed.
 *
 * @module
 */

import {
  type Definition,
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
import type {
  PackageRelease,
  RenderedPackage,
  TemplatePackage,
} from "../templates/mod.ts";
import { type Change, type Made, type Renderer, VALUES } from "./change.ts";
import { type ExplainInput, inventoryOf } from "./subject.ts";

/** What came of it. */
export interface Outcome extends Made {
  readonly cluster: ClusterAlone;
  /** What Flux applies, and what is there for review. */
  readonly rendered: RenderedCluster;
}

/** Tries changes of one cluster. */
export interface Trial extends Renderer<Outcome> {
  /**
   * Collects the cluster, changed.
   *
   * @param change What is to be other than it is.
   * @returns The cluster; `undefined` where it cannot be rendered so.
   */
  collect(change: Change): ClusterAlone | undefined;
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
 * import { VALUES } from "./change.ts";
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
    const { inventory, errors } = definitions === undefined
      ? { inventory: input.inventory, errors: 0 }
      : inventoryOf(definitions, config);
    if (errors > 0) return undefined;
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

  function renderAnyway(change: Change): Attempt | undefined {
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
interface Attempt {
  readonly found: ClusterAlone;
  readonly rendered: RenderedCluster;
}

function errorsIn(made: Attempt | undefined): number {
  const { found, rendered } = made ?? {};
  return [...found?.findings ?? [], ...rendered?.findings ?? []]
    .filter(({ severity }) => severity === "error").length;
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
