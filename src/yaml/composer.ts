/**
 * Makes values from the parser's events, as sigs.k8s.io/yaml would.
 *
 * @module
 */

import {
  type AliasEvent,
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { isMap, setField, type Value, type ValueMap } from "../model/value.ts";
import { type DuplicateKey, keyOffset } from "./duplicate_key.ts";
import type { Budget, YamlLimits } from "./limits.ts";
import { mapKey } from "./map_key.ts";
import { type Cost, Meter } from "./meter.ts";
import {
  checkFlowScalar,
  eventOffset,
  isMergeKey,
  readKey,
  readScalar,
  tagOf,
} from "./scalar_event.ts";
import { YamlError } from "./yaml_error.ts";

/** The value of a document, and what is doubtful about it. */
export interface Composed {
  readonly value: Value;
  readonly duplicates: readonly DuplicateKey[];
}

interface Anchor {
  readonly value: Value;
  readonly cost: Cost;
}

const ANCHOR = /^[\w-]+$/;
/** More than people want to read of one document. */
const MAX_DUPLICATES = 100;
const COLLECTION_TAGS: readonly string[] = ["", "!", "!!map", "!!seq"];

/**
 * Composes the one document of a list of events.
 *
 * Of two equal keys the last wins. What is used through an alias is copied,
 * so that no two places of the result share an object.
 *
 * @example
 * ```ts
 * import { parseEvents } from "js-yaml";
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_LIMITS, newBudget } from "./limits.ts";
 * const bounds = { limits: DEFAULT_LIMITS, budget: newBudget(DEFAULT_LIMITS) };
 * const composer = new Composer("a: no", parseEvents("a: no", {}), bounds);
 * assertEquals(composer.compose().value, { a: false });
 * ```
 */
export class Composer {
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #meter: Meter;
  readonly #duplicates: DuplicateKey[] = [];
  readonly #path: (string | number)[] = [];
  /** `null` while the anchored node is still open. */
  readonly #anchors = new Map<string, Anchor | null>();
  #index = 0;
  #brackets = 0;
  /**
   * @param source The text that the events refer to.
   * @param events The events of one document.
   * @param bounds The limits, and what is left of the whole text's budget.
   */
  constructor(
    source: string,
    events: readonly Event[],
    bounds: { readonly limits: YamlLimits; readonly budget: Budget },
  ) {
    this.#source = source;
    this.#events = events;
    this.#meter = new Meter(source, bounds);
  }

  /**
   * Composes the document.
   *
   * @returns Its value and its duplicate keys; `null` where it is empty.
   * @throws {YamlError} Where it is YAML but nothing that Kubernetes reads, or
   * where it exceeds the limits.
   */
  compose(): Composed {
    if (this.#events.length === 0) return { value: null, duplicates: [] };
    this.#index = 1;
    const value = this.#node();
    return { value, duplicates: this.#duplicates };
  }

  #node(): Value {
    const event = this.#events[this.#index++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        this.#meter.spend(event, 1);
        return event.anchorStart < 0
          ? this.#content(event)
          : this.#anchored(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      default:
        return null;
    }
  }

  #content(event: ScalarEvent | SequenceEvent | MappingEvent): Value {
    if (event.type === EVENT_ID.SCALAR) {
      if (this.#brackets > 0) checkFlowScalar(this.#source, event);
      return readScalar(this.#source, event);
    }
    if (!COLLECTION_TAGS.includes(tagOf(this.#source, event))) {
      throw this.#error(
        event,
        `Cannot read a node with the tag "${tagOf(this.#source, event)}"`,
        "Remove the tag; Kubernetes knows only the types of JSON",
      );
    }
    this.#meter.enter(event);
    const inBrackets = event.style === COLLECTION_STYLE.FLOW ? 1 : 0;
    this.#brackets += inBrackets;
    const value = event.type === EVENT_ID.SEQUENCE ? this.#list() : this.#map();
    this.#brackets -= inBrackets;
    this.#meter.leave();
    this.#index++;
    return value;
  }

  #list(): Value[] {
    const list: Value[] = [];
    while (this.#peek().type !== EVENT_ID.POP) {
      this.#path.push(list.length);
      list.push(this.#node());
      this.#path.pop();
    }
    return list;
  }

  #map(): ValueMap {
    const map: ValueMap = {};
    const mapIndex = this.#index - 1;
    let merged: Set<string> | undefined;
    for (
      let event = this.#peek();
      event.type !== EVENT_ID.POP;
      event = this.#peek()
    ) {
      if (isMergeKey(this.#source, event)) {
        this.#index++;
        merged = this.#merge(map, merged ?? new Set());
        continue;
      }
      const key = this.#key();
      this.#path.push(key);
      if (Object.hasOwn(map, key) && !merged?.has(key)) {
        this.#reportDuplicate(mapIndex, event, key);
      }
      merged?.delete(key);
      setField(map, key, this.#node());
      this.#path.pop();
    }
    return map;
  }

  #key(): string {
    const event = this.#peek();
    const isScalar = event.type === EVENT_ID.SCALAR;
    if (isScalar && this.#brackets > 0) checkFlowScalar(this.#source, event);
    const key = isScalar && event.anchorStart < 0
      ? readKey(this.#source, event)
      : event.type === EVENT_ID.ALIAS || isScalar
      ? mapKey(this.#node(), "")
      : undefined;
    if (key === undefined) throw this.#badKey(event);
    if (isScalar && event.anchorStart < 0) this.#index++;
    return key;
  }

  /** As Go does, `<<` overrides what stands before it and yields to what follows. */
  #merge(map: ValueMap, merged: Set<string>): Set<string> {
    const event = this.#peek();
    const value = this.#node();
    const sources = Array.isArray(value) && event.type === EVENT_ID.SEQUENCE
      ? value
      : [value];
    for (const source of sources.toReversed()) {
      if (!isMap(source)) {
        throw this.#error(
          event,
          "Cannot merge with <<: the value is neither a map nor a list of maps",
        );
      }
      for (const [key, field] of Object.entries(source)) {
        setField(map, key, field);
        merged.add(key);
      }
    }
    return merged;
  }

  #anchored(event: ScalarEvent | SequenceEvent | MappingEvent): Value {
    const name = this.#source.slice(event.anchorStart, event.anchorEnd);
    if (!ANCHOR.test(name)) {
      throw this.#error(
        event,
        `Cannot read "&${name}": not a name of an anchor`,
      );
    }
    this.#anchors.set(name, null);
    const { result: value, cost } = this.#meter.measure(() =>
      this.#content(event)
    );
    this.#anchors.set(name, { value, cost });
    return value;
  }

  #alias(event: AliasEvent): Value {
    const name = this.#source.slice(event.anchorStart, event.anchorEnd);
    const anchor = this.#anchors.get(name);
    if (!anchor) {
      const reason = anchor === null
        ? "its value contains itself"
        : "no anchor of that name stands before it";
      throw this.#error(
        event,
        `Cannot resolve the alias "*${name}": ${reason}`,
      );
    }
    this.#meter.repeat(event, anchor.cost);
    return structuredClone(anchor.value);
  }

  #peek(): Event {
    const event = this.#events[this.#index];
    if (event === undefined) {
      throw new RangeError("Cannot read past the last event");
    }
    return event;
  }

  #reportDuplicate(map: number, event: Event, key: string): void {
    if (this.#duplicates.length === MAX_DUPLICATES) return;
    this.#duplicates.push({
      path: [...this.#path],
      first: keyOffset(this.#source, this.#events, { map, key }),
      second: eventOffset(this.#source, event),
    });
  }

  #badKey(event: Event): YamlError {
    const offset = eventOffset(this.#source, event);
    return this.#source.startsWith("{", offset - 1)
      ? this.#error(
        event,
        "Cannot read a map as a key: {{ opens a map within a map",
        'Quote the value: "{{ … }}"',
      )
      : this.#error(
        event,
        "Cannot read this as a key: a key must be a string, number or boolean",
      );
  }

  #error(event: Event, message: string, remedy?: string): YamlError {
    const offset = eventOffset(this.#source, event);
    return new YamlError({ message, offset, remedy }, this.#source);
  }
}
