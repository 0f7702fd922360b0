/**
 * Clusters that would change their Region.
 *
 * @module
 */

import {
  type Finding,
  makeFinding,
  type RenderedUnit,
  type TargetRegion,
  unitKey,
} from "../model/mod.ts";
import { TREE_RULES } from "./rules.ts";
import type { UnitRecord } from "./unit_record.ts";

/**
 * Finds a cluster that would be applied elsewhere than before: it would be
 * made there a second time, while Flux forgets the first.
 *
 * @param unit The unit, rendered again.
 * @param before Its record on the rendered branch.
 * @returns The finding, or none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const id = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const kubeConfig = { namespace: "kcm-system", name: "eu" };
 * const unit = { id, region: { name: "eu", kubeConfig } };
 * assertEquals(changedRegion(unit, { unit: id, files: {} }).length, 1);
 * assertEquals(changedRegion(unit, undefined), []);
 * ```
 */
export function changedRegion(
  { id, region }: Pick<RenderedUnit, "id" | "region">,
  before: UnitRecord | undefined,
): Finding[] {
  const isCluster = id.kind === "cluster" && before !== undefined;
  if (!isCluster || before.retired || before.region?.name === region?.name) {
    return [];
  }
  return [makeFinding(
    TREE_RULES["tree/changed-region"],
    `Cannot move ${unitKey(id)} from ${placeText(before.region)} to ${
      placeText(region)
    }: Flux would make it a second time`,
  )];
}

function placeText(region: TargetRegion | undefined): string {
  return region === undefined
    ? "the management cluster"
    : `Region "${region.name}"`;
}
