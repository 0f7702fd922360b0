/**
 * What is wrong with the change of an environment.
 *
 * @module
 */

import {
  type Finding,
  identityKey,
  type Place,
  type Position,
} from "../model/mod.ts";
import type { CrdCheck } from "../validate/crd/mod.ts";
import { validateTransition } from "../validate/mod.ts";
import type { PreparedEnvironment } from "./prepare.ts";

/** What a change is held against. */
export interface TransitionContext {
  /** Finds the line and column of a place in the dry source before. */
  readonly locate: (place: Place) => Position;
  /** The CRDs; left out where none are given. */
  readonly schemas?: CrdCheck | undefined;
}

/**
 * Finds what KCM and the CRDs refuse of a change.
 *
 * @param before The environment before the change.
 * @param after The environment after it.
 * @param context How places before are looked up, and the CRDs.
 * @returns What is wrong with the change; what a CRD has against what has been
 * told already is left out.
 */
export function transitionFindings(
  before: PreparedEnvironment,
  after: PreparedEnvironment,
  { locate, schemas }: TransitionContext,
): Finding[] {
  const found = validateTransition(before.inventory, after, { locate });
  if (schemas === undefined) return found;
  const byCrds: Finding[] = [];
  for (const [key, now] of after.inventory.all) {
    const old = before.inventory.all.get(key);
    if (old === undefined || old.copied || now.copied) continue;
    for (const finding of schemas.change(old, now)) {
      if (found.some((told) => covers(told, finding))) continue;
      const { field = [] } = finding.place ?? {};
      const place = { origin: old.origin, field };
      const related = [{
        place: { ...place, position: locate(place) },
        message: "What it was before",
      }];
      byCrds.push({ ...finding, related });
    }
  }
  return [...found, ...byCrds];
}

/** Whether one finding is about the same field of the same object, or inside. */
function covers(told: Finding, { object, place }: Finding): boolean {
  if (told.object === undefined || object === undefined) return false;
  if (identityKey(told.object) !== identityKey(object)) return false;
  const inside = told.place?.field ?? [];
  return (place?.field ?? []).every((step, index) => inside[index] === step);
}
