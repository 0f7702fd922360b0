/**
 * Rules that tell from a changed field what happens.
 *
 * @module
 */

import type { EffectKind, Identity } from "../../model/mod.ts";
import type { EffectRule } from "./effect_rules.ts";
import { type FieldPattern, parsePattern } from "./field_pattern.ts";

/** What the change of a field does; a row of the tables under `data/`. */
export interface FieldRow {
  /** The API group; `""` is the core group. */
  readonly group: string;
  /** The kind. In both, a `*` at the beginning stands for any beginning. */
  readonly kind: string;
  /** The field, as in `spec.template.spec`. */
  readonly path: string;
  /** Fields inside that are no part of it, from the object's root. */
  readonly except?: readonly string[];
  readonly effect: EffectKind;
  readonly rule: EffectRule;
  /**
   * What happens, in a few words; `{before}` and `{after}` stand for the
   * field's values.
   */
  readonly summary: string;
  /** What keeps the row from counting where it is not so. */
  readonly when?: RowCondition;
  /** What to know before it is merged. */
  readonly warning?: string;
  /** What a version is to be held against. */
  readonly version?: VersionPolicy;
  /** Why it is so. */
  readonly why: string;
  /** Where it is written: a project's source file or documentation. */
  readonly source: string;
}

/** What keeps a row from counting where it is not so. */
export type RowCondition =
  /** The field had a value. */
  | "was-set"
  /** The field had a value, and has none any more. */
  | "is-removed"
  /** The object says `immutable: true` before the change. */
  | "was-immutable";

/** What becomes of a version that leaves one out, or goes back. */
export interface VersionPolicy {
  readonly skippedMinor: "refused" | "warned";
  readonly downgrade: "refused" | "warned";
}

/** A row with its paths read. */
export interface FieldRule extends FieldRow {
  readonly pattern: FieldPattern;
  readonly exceptions: readonly FieldPattern[];
}

/** Finds the rules for a kind of object, in the order of the tables. */
export type RuleIndex = (
  object: Pick<Identity, "group" | "kind">,
) => readonly FieldRule[];

/**
 * Prepares tables of rules for being asked often.
 *
 * @param tables The tables; an earlier row outweighs a later one.
 * @returns What finds the rules of a kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const rulesOf = indexRules([[{
 *   group: "*",
 *   kind: "*MachineTemplate",
 *   path: "spec",
 *   effect: "will-fail",
 *   rule: "effects/immutable-field",
 *   summary: "immutable",
 *   why: "",
 *   source: "",
 * }]]);
 * assertEquals(rulesOf({ group: "x", kind: "AWSMachineTemplate" }).length, 1);
 * assertEquals(rulesOf({ group: "x", kind: "Secret" }).length, 0);
 * ```
 */
export function indexRules(
  tables: readonly (readonly FieldRow[])[],
): RuleIndex {
  const rules = tables.flat().map(readRow);
  const known = new Map<string, readonly FieldRule[]>();
  return ({ group, kind }) => {
    const key = `${group}/${kind}`;
    const found = known.get(key) ??
      rules.filter((rule) => isAbout(rule, { group, kind }));
    known.set(key, found);
    return found;
  };
}

function readRow(row: FieldRow): FieldRule {
  return {
    ...row,
    pattern: parsePattern(row.path),
    exceptions: (row.except ?? []).map(parsePattern),
  };
}

function isAbout(
  row: FieldRow,
  { group, kind }: Pick<Identity, "group" | "kind">,
): boolean {
  return matches(row.group, group) && matches(row.kind, kind);
}

function matches(pattern: string, word: string): boolean {
  return pattern.startsWith("*")
    ? word.endsWith(pattern.slice(1))
    : pattern === word;
}
