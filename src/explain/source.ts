/**
 * Where values come from.
 *
 * @module
 */

import type { FieldPath, Identity, Place, Value } from "../model/mod.ts";

/** Something that values come from. */
export interface Source {
  /**
   * What holds it: a definition, `k0render.yaml`, or the default values of
   * the chart or template package. A rule is held by nothing: it is KCM's own.
   */
  readonly kind: "definition" | "setting" | "default" | "rule";
  /** Where it stands, unless it is a rule. */
  readonly place?: Place;
  /** The rule, in a sentence. */
  readonly rule?: string;
  /** The field, from the root of the document. */
  readonly field: FieldPath;
  readonly value: Value;
  /** The definition, where it is one. */
  readonly object?: Identity;
}

/** The part that a source has in a value of a rendered object. */
export interface Feeder {
  readonly source: Source;
  /**
   * `gives`: its text or number is in the value. `decides`: the value differs,
   * or is not there, when it is changed.
   */
  readonly role: "gives" | "decides";
  /** What has to be changed with it, as the name of what it refers to. */
  readonly together: readonly Source[];
}
