/**
 * The layers and Regions rendered again with something changed.
 *
 * @module
 */

import {
  type Definition,
  identityKey,
  identityOf,
  type RenderedObject,
  type Value,
} from "../model/mod.ts";
import { digestOf, renderShared } from "../render/mod.ts";
import type { Change, Made, Renderer } from "./change.ts";
import { type ExplainInput, inventoryOf } from "./subject.ts";

/** What came of a definition. */
export interface SharedOutcome extends Made {
  /** The keys of the objects that Flux applies. */
  readonly applied: ReadonlySet<string>;
  /** Equal where the same came of it. */
  readonly fingerprint: string;
}

/**
 * Prepares to try changes of what the layers and Regions have of a definition:
 * itself, its copies, and what KCM would make of it.
 *
 * @param input What the dry source is rendered from.
 * @param own The definition; changes may name it otherwise.
 * @returns What renders it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * const input = demoScope();
 * const own = known(input.inventory.serviceTemplates.get("prod/dns"));
 * const made = known(sharedTrial(input, own).render({}));
 * assertEquals([...made.objects.keys()].map((key) => key.split("/")[1]), [
 *   "ServiceTemplate",
 *   "HelmChart",
 * ]);
 * ```
 */
export function sharedTrial(
  input: ExplainInput,
  { origin }: Pick<Definition, "origin">,
): Renderer<SharedOutcome> {
  let known: number | undefined;
  return {
    render(change) {
      known ??= attempt({}).errors;
      const { errors, ...made } = attempt(change);
      // Of objects with errors nothing is left: that tells nothing about them.
      return errors > known ? undefined : outcomeOf(made);
    },
  };

  function attempt(change: Change) {
    const { config = input.config, charts = input.charts } = change;
    const definitions = change.definitions ??
      [...input.inventory.all.values()].filter(({ copied }) => !copied);
    const { inventory, errors } = inventoryOf(definitions, config);
    const units = renderShared({
      ...input,
      inventory,
      config,
      previous: new Map(),
      ...(charts === undefined ? {} : { charts }),
    });
    const faults = units.flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === "error");
    return {
      errors: errors + faults.length,
      applied: units.flatMap((unit) => unit.applied.filter(isOurs)),
      review: units.flatMap((unit) => unit.review.filter(isOurs)),
    };
  }

  function isOurs(object: RenderedObject): boolean {
    return object.origin === origin;
  }
}

function outcomeOf({ applied, review }: {
  readonly applied: readonly RenderedObject[];
  readonly review: readonly RenderedObject[];
}): SharedOutcome {
  const objects = new Map<string, Value>(
    // A Region may have what a layer has: the layer's is the one to explain.
    [...applied, ...review].reverse().map(({ manifest }) => [
      identityKey(identityOf(manifest)),
      manifest,
    ]),
  );
  const sorted = new Map([...objects].sort(([a], [b]) => a < b ? -1 : 1));
  const keys = new Set(
    applied.map(({ manifest }) => identityKey(identityOf(manifest))),
  );
  return {
    objects: sorted,
    applied: keys,
    fingerprint: digestOf([[...keys].sort(), [...sorted.values()]]),
  };
}
