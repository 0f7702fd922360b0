/**
 * Positions of fields, computed only for the findings that are shown.
 *
 * @module
 */

import { type Event, EVENT_ID } from "js-yaml";
import type { Place, Position } from "../model/origin.ts";
import { DEFAULT_LIMITS, newBudget } from "./limits.ts";
import { parseEvents } from "./parse_events.ts";
import { eventOffset, readKey } from "./scalar_event.ts";
import { splitDocuments } from "./split_documents.ts";
import { childIndices } from "./walk_events.ts";
import { positionAt, YamlError } from "./yaml_error.ts";

/**
 * Finds where a place stands in a file.
 *
 * @param text The whole file's text.
 * @param place The place; its origin's file is not looked at.
 * @returns Its position: of the field's value, or of its key where the place
 * says so or the value is empty. Where the field is not written down, as one
 * that came by an alias, the position of the nearest field around it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "a.yaml", document: 1, line: 3 };
 * const place = { origin, field: ["b", 1] };
 * assertEquals(locate("a: 1\n---\nb:\n- 1\n- 2\n", place), { line: 5, column: 3 });
 * ```
 */
export function locate(text: string, place: Place): Position {
  const { position, field = [], origin } = place;
  if (position !== undefined) return position;
  const documentStart = { line: origin.line, column: 1 };
  const span = splitDocuments(text)[origin.document];
  if (span === undefined || field.length === 0) return documentStart;
  try {
    const document = text.slice(span.start, span.end);
    const parsed = parseEvents(document, {
      limits: DEFAULT_LIMITS,
      budget: newBudget(DEFAULT_LIMITS),
    });
    const offset = fieldOffset(parsed.source, parsed.events, place);
    if (offset === undefined) return documentStart;
    return positionAt(text, span.start + parsed.originalOffset(offset));
  } catch (error) {
    if (error instanceof YamlError) return documentStart;
    throw error;
  }
}

function fieldOffset(
  source: string,
  events: readonly Event[],
  { field = [], key = false }: Place,
): number | undefined {
  let child: Child | undefined;
  for (const step of field) {
    const next = findChild(source, events, { index: child?.value ?? 1, step });
    if (next === undefined) return child && startOf(source, events, child, key);
    child = next;
  }
  return child && startOf(source, events, child, key);
}

/** A field of a map, or an item of a list, by the indices of its events. */
interface Child {
  readonly key: number | undefined;
  readonly value: number;
}

function findChild(
  source: string,
  events: readonly Event[],
  at: { index: number; step: string | number },
): Child | undefined {
  const type = events[at.index]?.type;
  if (type !== EVENT_ID.SEQUENCE && type !== EVENT_ID.MAPPING) return undefined;
  const indices = [...childIndices(events, at.index)];
  if (type === EVENT_ID.SEQUENCE) {
    const value = indices[Number(at.step)];
    return value === undefined ? undefined : { key: undefined, value };
  }
  const place = indices.findLastIndex((index, place) => {
    const event = events[index];
    return place % 2 === 0 && event !== undefined &&
      readKey(source, event) === at.step;
  });
  const [key, value] = indices.slice(place, place + 2);
  return place < 0 || value === undefined ? undefined : { key, value };
}

function startOf(
  source: string,
  events: readonly Event[],
  child: Child,
  wantsKey: boolean,
): number | undefined {
  const order = wantsKey ? [child.key, child.value] : [child.value, child.key];
  return order
    .map((index) => index === undefined ? undefined : events[index])
    .map((event) => event === undefined ? -1 : eventOffset(source, event))
    .find((offset) => offset >= 0);
}
