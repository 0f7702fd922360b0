import type { ObjectChange } from "../model/mod.ts";
import type { ComparedUnitId, UnitPair } from "./comparison.ts";
import { maskChange } from "./masking/mask_change.ts";
import { diffObjects } from "./objects/mod.ts";

/** The objects of one side of a unit. */
type Objects = Pick<NonNullable<UnitPair["before"]>, "applied" | "review">;

/**
 * What differs in a unit.
 *
 * @param unit The unit.
 * @param sides Its objects on both sides; those that are the same may be left
 * out of both.
 * @returns What differs, without secrets: what is applied first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "namespaces" } as const;
 * const after = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const changes = diffSides(unit, { after: { applied: [after], review: [] } });
 * assertEquals(changes, [{ unit, applied: true, kind: "added", after }]);
 * ```
 */
export function diffSides(
  unit: ComparedUnitId,
  { before, after }: {
    readonly before?: Objects | undefined;
    readonly after?: Objects | undefined;
  },
): readonly ObjectChange[] {
  return (["applied", "review"] as const).flatMap((section) =>
    diffObjects(before?.[section] ?? [], after?.[section] ?? [])
      .map((change) =>
        maskChange({ unit, applied: section === "applied", ...change })
      )
  );
}
