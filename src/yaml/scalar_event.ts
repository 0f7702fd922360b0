/**
 * What the parser's events say about scalars and positions.
 *
 * @module
 */

import {
  type Event,
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";
import type { Value } from "../model/value.ts";
import { mapKey } from "./map_key.ts";
import { resolveScalar } from "./resolve_scalar.ts";
import { resolveTagged } from "./tagged_scalar.ts";
import { YamlError } from "./yaml_error.ts";

const GLUED_COLON = /\s*:[,[\]{}]/y;

/**
 * A node's own tag.
 *
 * @param source The text that the event refers to.
 * @param event The node's event.
 * @returns The tag as written; `""` where the node has none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(tagOf("!!str 1", { tagStart: 0, tagEnd: 5 }), "!!str");
 * ```
 */
export function tagOf(
  source: string,
  event: { tagStart: number; tagEnd: number },
): string {
  return event.tagStart < 0 ? "" : source.slice(event.tagStart, event.tagEnd);
}

/**
 * The value of a scalar.
 *
 * @param source The text that the event refers to.
 * @param event The scalar's event.
 * @returns Its value, as Kubernetes reads it.
 * @throws {YamlError} If its tag is unknown or does not fit, or if it is a
 * number that JSON does not have.
 *
 * @example
 * ```ts
 * import { EVENT_ID, parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * const [, event] = parseEvents("0x10", {});
 * if (event?.type === EVENT_ID.SCALAR) assertEquals(readScalar("0x10", event), 16);
 * ```
 */
export function readScalar(source: string, event: ScalarEvent): Value {
  const text = scalarText(source, event);
  const value = typedValue(source, event, text);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new YamlError({
      message: `Cannot read "${text}": Kubernetes has no such number`,
      offset: eventOffset(source, event),
      remedy: `Quote it to make it a string: "${text}"`,
    }, source);
  }
  if (!event.fast && !text.isWellFormed()) {
    throw new YamlError({
      message: "Cannot read a text with half a surrogate pair",
      offset: eventOffset(source, event),
      remedy: "Write the character itself, or escape it as \\UXXXXXXXX",
    }, source);
  }
  return value;
}

/**
 * The key that a scalar stands for in a map.
 *
 * @param source The text that the event refers to.
 * @param event The event in the key's place.
 * @returns The key; `undefined` where it is `null` or no scalar.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * const [, , key] = parseEvents("on: 1", {});
 * assertEquals(key && readKey("on: 1", key), "true");
 * ```
 */
export function readKey(source: string, event: Event): string | undefined {
  if (event.type !== EVENT_ID.SCALAR) return undefined;
  const text = scalarText(source, event);
  return mapKey(typedValue(source, event, text), text);
}

/**
 * Refuses an unquoted scalar within brackets that Go reads in its own way.
 *
 * @param source The text that the event refers to.
 * @param event The scalar's event.
 * @throws {YamlError} If `?` or `:` stand in it where readers disagree.
 *
 * @example
 * ```ts
 * import { EVENT_ID, parseEvents } from "js-yaml";
 * import { assertThrows } from "@std/assert";
 * const [, , event] = parseEvents("[a?]", {});
 * if (event?.type === EVENT_ID.SCALAR) {
 *   assertThrows(() => checkFlowScalar("[a?]", event));
 * }
 * ```
 */
export function checkFlowScalar(source: string, event: ScalarEvent): void {
  if (event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0) return;
  const text = source.slice(event.valueStart, event.valueEnd);
  GLUED_COLON.lastIndex = event.valueEnd;
  if (!/^:|\?/.test(text) && !GLUED_COLON.test(source)) return;
  throw new YamlError({
    message:
      `Cannot read "${text}" within brackets: readers of YAML disagree on it`,
    offset: event.valueStart,
    remedy: `Quote it: "${text}"; or put a space after its colon`,
  }, source);
}

/**
 * Whether an event in a key's place is `<<`, which merges maps.
 *
 * @param source The text that the event refers to.
 * @param event The event.
 * @returns Whether it is; `"<<"` in quotes is a key like any other.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assert } from "@std/assert";
 * const [, , key] = parseEvents("<<: {}", {});
 * assert(key && isMergeKey("<<: {}", key));
 * ```
 */
export function isMergeKey(source: string, event: Event): boolean {
  return event.type === EVENT_ID.SCALAR &&
    event.valueEnd - event.valueStart === 2 &&
    source.startsWith("<<", event.valueStart) &&
    (event.tagStart < 0
      ? event.style === SCALAR_STYLE.PLAIN
      : tagOf(source, event) === "!!merge");
}

/**
 * Where a node begins.
 *
 * @param source The text that the event refers to.
 * @param event The node's event.
 * @returns The offset of its content's first character, after any anchor or
 * tag; -1 for an empty scalar without either.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * const [, , , value] = parseEvents("a: 'b'", {});
 * assertEquals(value && eventOffset("a: 'b'", value), 3);
 * ```
 */
export function eventOffset(source: string, event: Event): number {
  switch (event.type) {
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SCALAR:
      return event.valueStart < 0
        ? Math.max(event.anchorStart, event.tagStart)
        : scalarOffset(source, event);
    default:
      return -1;
  }
}

function scalarOffset(source: string, event: ScalarEvent): number {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.LITERAL_BLOCK:
      return source.lastIndexOf("|", event.valueStart - 1);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return source.lastIndexOf(">", event.valueStart - 1);
    default:
      return event.valueStart - 1;
  }
}

function scalarText(source: string, event: ScalarEvent): string {
  return event.fast
    ? source.slice(event.valueStart, event.valueEnd)
    : getScalarValue(source, event);
}

function typedValue(source: string, event: ScalarEvent, text: string): Value {
  if (event.tagStart >= 0) return taggedValue(source, event, text);
  return event.style === SCALAR_STYLE.PLAIN ? resolveScalar(text) : text;
}

function taggedValue(source: string, event: ScalarEvent, text: string): Value {
  const tag = tagOf(source, event);
  const value = resolveTagged(tag, text);
  if (value !== undefined) return value;
  throw new YamlError({
    message: `Cannot read "${text}" with the tag "${tag}"`,
    offset: event.tagStart,
    remedy: "Remove the tag; Kubernetes knows only the types of JSON",
  }, source);
}
