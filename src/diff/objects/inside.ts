import type { ChangeStep, FieldChange } from "../../model/mod.ts";

/**
 * The changes of a part as changes of the whole.
 *
 * @param step The way to the part.
 * @param changes What differs in the part.
 * @returns What differs in the whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(inside("a", [{ path: ["b"], after: 1 }]), [{ path: ["a", "b"], after: 1 }]);
 * ```
 */
export function inside(
  step: ChangeStep,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  return changes.map((change) => ({ ...change, path: [step, ...change.path] }));
}
