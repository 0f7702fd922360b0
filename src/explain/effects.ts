/**
 * What a trial changed in the objects of a cluster.
 *
 * @module
 */

import type { Value } from "../model/mod.ts";
import { type Changed, changedLeaves, type Undo } from "./changes.ts";
import { pairObjects } from "./pair_objects.ts";
import type { Made } from "./change.ts";
import { MARK } from "./variants.ts";

/** A value that was put in the place of another one. */
export interface Swap {
  readonly before: Value;
  /** Left out where it was taken away. */
  readonly after?: Value;
}

/** A changed value of an object. */
export interface Effect extends Changed {
  /** The key of the object. */
  readonly object: string;
  /** Whether what was put in is in it. */
  readonly isGiven: boolean;
}

/** What a trial changed. */
export interface Effects {
  readonly fields: readonly Effect[];
  /** The keys of objects that are gone. */
  readonly gone: readonly string[];
}

/**
 * Compares what came of a trial with what there was.
 *
 * @param base What there was.
 * @param outcome What came of it.
 * @param swap What was changed.
 * @returns The effects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * import { trialOf } from "./trial.ts";
 * const base = trialOf(demoScope(), "prod/eu1").render({});
 * if (base) assertEquals(effectsOf(base, base, { before: 1, after: 2 }).fields, []);
 * ```
 */
export function effectsOf(
  base: Made,
  outcome: Made,
  swap: Swap,
): Effects {
  const undo = undoOf(swap);
  const pairs = pairObjects(base.objects.keys(), outcome.objects.keys(), undo);
  const fields: Effect[] = [];
  const gone: string[] = [];
  for (const [object, before] of base.objects) {
    const partner = pairs.get(object);
    if (partner === undefined) {
      gone.push(object);
      continue;
    }
    const after = outcome.objects.get(partner);
    for (const changed of changedLeaves(before, after, undo)) {
      fields.push({ ...changed, object, isGiven: isGiven(changed, swap) });
    }
  }
  return { fields, gone };
}

function undoOf({ before, after }: Swap): Undo {
  if (typeof before !== "string" || typeof after !== "string") {
    return (text) => text;
  }
  return after.includes(MARK)
    ? (text) => text.replaceAll(`# ${MARK}\n`, "").replaceAll(MARK, "")
    : (text) => text.replaceAll(after, before);
}

/** With a mark the text itself tells; a number has to be the same twice. */
function isGiven(
  { before: was, after: is }: Changed,
  { before, after }: Swap,
): boolean {
  if (after === undefined || is === undefined) return false;
  if (is === after && was === before) return true;
  const [whole, text] = [textOf(is), textOf(after)];
  const [old, oldText] = [textOf(was), textOf(before)];
  // The values of a text that holds data are values of their own elsewhere.
  if (text.includes("\n")) return text.includes(whole) && oldText.includes(old);
  if (text.includes(MARK)) return whole.includes(MARK);
  if (typeof is !== "string") return false;
  return (whole.includes(text) && old.includes(oldText)) ||
    (old.length > 1 && text.includes(whole) && oldText.includes(old));
}

function textOf(value: Value): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
