/**
 * Ways through the parser's flat list of events.
 *
 * @module
 */

import { type Event, EVENT_ID } from "js-yaml";

/**
 * The index after a node.
 *
 * @param events The events.
 * @param index The index of the node's first event.
 * @returns The index of the event that follows the node.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * const events = parseEvents("- a\n- b\n", {});
 * assertEquals(afterNode(events, 1), events.length - 1);
 * ```
 */
export function afterNode(events: readonly Event[], index: number): number {
  let open = 0;
  let here = index;
  do {
    switch (events[here]?.type) {
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        open++;
        break;
      case EVENT_ID.POP:
      case undefined:
        open--;
    }
    here++;
  } while (open > 0);
  return here;
}

/**
 * The children of a list or map, by the indices of their events.
 *
 * @param events The events.
 * @param index The index of the list's or map's own event.
 * @returns The indices: of a list its items, of a map keys and values in turn.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * assertEquals([...childIndices(parseEvents("a: 1\nb: 2\n", {}), 1)], [2, 3, 4, 5]);
 * ```
 */
export function* childIndices(
  events: readonly Event[],
  index: number,
): Generator<number> {
  let here = index + 1;
  while (here < events.length && events[here]?.type !== EVENT_ID.POP) {
    yield here;
    here = afterNode(events, here);
  }
}
