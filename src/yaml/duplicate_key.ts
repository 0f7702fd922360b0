/**
 * Keys that a map names twice.
 *
 * @module
 */

import type { Event } from "js-yaml";
import type { FieldPath } from "../model/value.ts";
import { eventOffset, readKey } from "./scalar_event.ts";
import { childIndices } from "./walk_events.ts";

/** A key that a map names twice; offsets count in the parsed text. */
export interface DuplicateKey {
  readonly path: FieldPath;
  readonly first: number;
  readonly second: number;
}

/**
 * Finds where a map first names a key.
 *
 * @param source The text that the events refer to.
 * @param events The events of one document.
 * @param at The index of the map's event, and the key.
 * @returns The key's offset; -1 where the map does not name it.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * const source = "a: 1\nb: 2\n";
 * assertEquals(keyOffset(source, parseEvents(source, {}), { map: 1, key: "b" }), 5);
 * ```
 */
export function keyOffset(
  source: string,
  events: readonly Event[],
  at: { map: number; key: string },
): number {
  let isKey = false;
  for (const index of childIndices(events, at.map)) {
    isKey = !isKey;
    const event = events[index];
    if (isKey && event !== undefined && readKey(source, event) === at.key) {
      return eventOffset(source, event);
    }
  }
  return -1;
}
