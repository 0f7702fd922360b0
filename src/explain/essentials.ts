/**
 * The definitions that a cluster is rendered from.
 *
 * @module
 */

import type { Definition } from "../model/mod.ts";
import { leavesOf } from "./leaves.ts";
import { type ExplainInput, writtenDefinitions } from "./subject.ts";
import type { Trial } from "./trial.ts";

/** What Sveltos fills with a credential is found by the identity's name. */
const RESOURCE_TEMPLATE = "-resource-template";

/**
 * Finds out which definitions a cluster is rendered from: without the others
 * its inputs are the same. It is found by leaving out, not by rules about who
 * refers to whom, so it holds for whatever the renderer looks at.
 *
 * @param trial Renders the cluster from some of the definitions.
 * @param input All definitions.
 * @param cluster The ClusterDeployment, as `namespace/name`.
 * @returns The definitions, the ClusterDeployment first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * import { trialOf } from "./trial.ts";
 * const input = demoScope();
 * const found = essentials(trialOf(input, "prod/eu1"), input, "prod/eu1");
 * assertEquals(found.map(({ manifest }) => manifest.kind), [
 *   "ClusterDeployment",
 *   "ClusterTemplate",
 *   "Credential",
 *   "ServiceTemplate",
 * ]);
 * ```
 */
export function essentials(
  trial: Trial,
  input: ExplainInput,
  cluster: string,
): Definition[] {
  const all = writtenDefinitions(input);
  const own = all.find((each) => isCluster(each, cluster));
  const wanted = trial.collect({})?.fingerprint;
  if (own === undefined || wanted === undefined) return [];
  return withEssentials(
    input,
    own,
    (definitions) => trial.collect({ definitions })?.fingerprint === wanted,
  );
}

/**
 * Leaves out what is not needed beside a definition.
 *
 * @param input All definitions.
 * @param own The definition.
 * @param isEnough Whether nothing is other than with all definitions.
 * @returns The definitions that are left, the definition first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, demoScope } from "../render/_demo.ts";
 * const { deployment } = demoInputs();
 * assertEquals(withEssentials(demoScope(), deployment, () => true), [deployment]);
 * ```
 */
export function withEssentials(
  input: ExplainInput,
  own: Definition,
  isEnough: (definitions: readonly Definition[]) => boolean,
): Definition[] {
  const others = writtenDefinitions(input).filter((each) => each !== own);
  const isEnoughBeside = (some: readonly Definition[]) =>
    isEnough([own, ...some]);
  const start = [
    mentioned(own, input),
    others.filter(({ manifest }) => manifest.kind !== "ClusterDeployment"),
  ].find(isEnoughBeside) ?? others;
  return [own, ...needed(start, isEnoughBeside)];
}

function isCluster({ manifest }: Definition, cluster: string): boolean {
  const { namespace, name } = manifest.metadata;
  return manifest.kind === "ClusterDeployment" &&
    `${namespace}/${name}` === cluster;
}

/** Leaves out halves, and halves of those that cannot be left out whole. */
function needed(
  definitions: readonly Definition[],
  isEnough: (some: readonly Definition[]) => boolean,
): readonly Definition[] {
  return prune([], definitions, []);

  function prune(
    before: readonly Definition[],
    part: readonly Definition[],
    after: readonly Definition[],
  ): readonly Definition[] {
    if (part.length === 0 || isEnough([...before, ...after])) return [];
    if (part.length === 1) return part;
    const half = part.length >> 1;
    const [left, right] = [part.slice(0, half), part.slice(half)];
    const kept = prune(before, left, [...right, ...after]);
    return [...kept, ...prune([...before, ...kept], right, after)];
  }
}

/** A guess to begin with: what is named by name, and who might select. */
function mentioned(own: Definition, input: ExplainInput): Definition[] {
  const byName = Map.groupBy(
    input.inventory.all.values(),
    ({ manifest }) => manifest.metadata.name.replace(RESOURCE_TEMPLATE, ""),
  );
  const found = new Set<Definition>();
  const queue = [own];
  for (const { manifest } of input.inventory.all.values()) {
    if (manifest.kind !== "MultiClusterService") continue;
    queue.push(...byName.get(manifest.metadata.name) ?? []);
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...copiedFrom(next, input));
    for (const { value } of leavesOf(next.manifest)) {
      queue.push(...byName.get(String(value)) ?? []);
    }
  }
  return writtenDefinitions(input).filter((each) =>
    found.has(each) && each !== own &&
    each.manifest.kind !== "ClusterDeployment"
  );
}

/** A copy is made again when its original and who copies it are there. */
function copiedFrom(
  { copied }: Definition,
  { inventory }: ExplainInput,
): Definition[] {
  if (copied === undefined) return [];
  const original = inventory.find(copied.from);
  const makers = [...inventory.all.values()].filter(({ origin }) =>
    origin === copied.by.origin
  );
  return original === undefined ? makers : [original, ...makers];
}
