/**
 * What differs between two states of an object.
 *
 * @module
 */

import type { Identity, Manifest } from "./manifest.ts";
import type { UnitId } from "./unit.ts";
import { formatPath, type Value } from "./value.ts";

/** An item of a list, known by its Kubernetes merge keys, as `{name: "http"}`. */
export interface ListItem {
  readonly keys: Readonly<Record<string, Value>>;
}

/**
 * One step into a value: a field, a position, or an item by its merge keys. The
 * position of a new item is the one it gets, that of any other the one it had.
 */
export type ChangeStep = string | number | ListItem;

/** The way to what changed. */
export type ChangePath = readonly ChangeStep[];

/** One field that differs. */
export interface FieldChange {
  readonly path: ChangePath;
  /** Left out where the field is new. */
  readonly before?: Value;
  /** Left out where the field is gone. */
  readonly after?: Value;
  /** What differs inside, where both are texts that hold data. */
  readonly within?: {
    readonly format: "yaml" | "json";
    readonly fields: readonly FieldChange[];
  };
  /** For a new item known by its keys: its place among all items, from 0. */
  readonly at?: number;
  /**
   * For a list of such items: the ones that stay, where they change places.
   * Then it has neither `before` nor `after`.
   */
  readonly order?: {
    readonly before: readonly ListItem[];
    readonly after: readonly ListItem[];
  };
}

/** What is common to the changes of all objects. */
interface InUnit {
  readonly unit: UnitId | { readonly kind: "root" };
  /** Whether Flux applies the object; if not, it is there for review only. */
  readonly applied: boolean;
}

/** An object that is not the same on two sides. */
export type ManifestChange =
  | { readonly kind: "added"; readonly after: Manifest }
  | { readonly kind: "removed"; readonly before: Manifest }
  | {
    /** `renamed`: another name took the place of this one. */
    readonly kind: "changed" | "renamed";
    readonly before: Manifest;
    readonly after: Manifest;
    readonly fields: readonly FieldChange[];
  };

/** An object that is not the same in two rendered trees. */
export type ObjectChange = InUnit & ManifestChange;

/**
 * A way to what changed, as people write it.
 *
 * @param path The way.
 * @returns For instance `spec.ports[name=http].port`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = ["spec", "ports", { keys: { name: "http" } }, "port"];
 * assertEquals(formatChangePath(path), "spec.ports[name=http].port");
 * ```
 */
export function formatChangePath(path: ChangePath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step !== "object") {
      const next = formatPath([step]);
      return text === "" || next.startsWith("[")
        ? text + next
        : `${text}.${next}`;
    }
    const keys = Object.entries(step.keys).map(([key, value]) =>
      `${key}=${value}`
    );
    return `${text}[${keys.join(",")}]`;
  }, "");
}

/** Which state of the source a line is in. */
export type Side = "before" | "after";

/** A place in the dry source that has a part in an effect. */
export interface Cause {
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The field that was changed there, as `spec.config.region`. */
  readonly field: string;
  /** The definition it is in; left out for files that hold none. */
  readonly object?: Identity;
  /** `before` where the line is only there before the change. */
  readonly side: Side;
}
