/**
 * What the change of an object does, field by field.
 *
 * @module
 */

import {
  compareGravity,
  type Effect,
  type FieldChange,
  formatChangePath,
  getField,
  identityOf,
  type Manifest,
  type Value,
} from "../../model/mod.ts";
import { FIELD_TABLES } from "./data/mod.ts";
import { isInside, touches, valueAt } from "./field_pattern.ts";
import { type FieldRule, indexRules } from "./field_rule.ts";
import { type EffectDetails, makeEffect } from "./make_effect.ts";
import { shortVersions, versionStep } from "./version_step.ts";

/** An object before and after, and the fields that differ. */
export interface ChangedObject {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly fields: readonly FieldChange[];
}

const rulesOf = indexRules(Object.values(FIELD_TABLES));

/**
 * Tells what the change of an object does: one effect for each kind of effect
 * that its fields have.
 *
 * @param object The object before and after, and the fields that differ.
 * @param options The cluster it belongs to, and what becomes of fields that no
 * rule is about.
 * @returns The effects, the gravest first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const head = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const [effect] = changedObject({
 *   before: { ...head, type: "Opaque" },
 *   after: { ...head, type: "tls" },
 *   fields: [{ path: ["type"], before: "Opaque", after: "tls" }],
 * }, {});
 * assertEquals(effect?.kind, "will-fail");
 * ```
 */
export function changedObject(
  object: ChangedObject,
  options: {
    readonly cluster?: string | undefined;
    readonly otherwise?: Pick<EffectDetails, "kind" | "rule" | "summary">;
  },
): readonly Effect[] {
  const identity = identityOf(object.after);
  const rules = rulesOf(identity);
  const found = new Map<FieldRule, FieldChange[]>();
  const rest: FieldChange[] = [];
  for (const field of object.fields) {
    const matching = rules.filter((rule) => applies(rule, field, object));
    if (matching.length === 0) rest.push(field);
    for (const rule of gravest(matching)) {
      const fields = found.get(rule);
      if (fields === undefined) found.set(rule, [field]);
      else fields.push(field);
    }
  }
  const { otherwise, cluster } = options;
  const details: EffectDetails[] = [...found].map(([rule, fields]) => ({
    ...verdict(rule, object),
    fields,
  }));
  if (rest.length > 0) {
    details.push({ ...otherwise ?? inPlace(rest), fields: rest });
  }
  return joinKinds(details)
    .map((each) => makeEffect(identity, { ...each, cluster }));
}

/** More fields than these are counted, not named. */
const MOST_FIELDS = 3;

function inPlace(fields: readonly FieldChange[]): EffectDetails {
  const names = new Set(fields.map(({ path }) =>
    formatChangePath(
      path.slice(0, 2).filter((step) => typeof step === "string"),
    )
  ));
  const listed = [...names].slice(0, MOST_FIELDS).join(", ");
  const more = names.size > MOST_FIELDS
    ? ` and ${names.size - MOST_FIELDS} more`
    : "";
  return {
    kind: "in-place",
    rule: "effects/object-changed",
    summary: `${listed}${more}`,
  };
}

/** A field may concern several fields' rules, where it holds them all. */
function gravest(rules: readonly FieldRule[]): readonly FieldRule[] {
  const first = rules[0];
  if (first === undefined) return [];
  return rules.filter((rule) => rule.effect === first.effect)
    .filter((rule, _, all) => rule === first || isBeside(rule, all));
}

/** Not a field around one that has a rule of its own. */
function isBeside(rule: FieldRule, all: readonly FieldRule[]): boolean {
  return !all.some((other) =>
    other !== rule && isInside(other.pattern, rule.pattern)
  );
}

function applies(
  rule: FieldRule,
  field: FieldChange,
  object: ChangedObject,
): boolean {
  return touches(field, rule.pattern) &&
    !rule.exceptions.some((exception) => isInside(field.path, exception)) &&
    holds(rule, object);
}

function holds({ when, pattern }: FieldRule, object: ChangedObject): boolean {
  const isSet = (manifest: Manifest) => {
    const value = valueAt(manifest, pattern);
    return value !== undefined && value !== null && value !== "" &&
      value !== "None";
  };
  switch (when) {
    case "was-set":
      return isSet(object.before);
    case "is-removed":
      return isSet(object.before) && !isSet(object.after);
    case "was-immutable":
      return getField(object.before, "immutable") === true;
    default:
      return true;
  }
}

/** What a rule says of an object, with its values filled in. */
function verdict(rule: FieldRule, object: ChangedObject): EffectDetails {
  const before = textOf(valueAt(object.before, rule.pattern));
  const after = textOf(valueAt(object.after, rule.pattern));
  const [left, right] = rule.version === undefined
    ? [before, after]
    : shortVersions(before, after);
  const summary = before === STRUCTURE || after === STRUCTURE
    ? rule.summary.replace(/\{before\}.*\{after\}/, "changes")
    : rule.summary.replace("{before}", () => left)
      .replace("{after}", () => right);
  const own = rule.warning === undefined ? [] : [rule.warning];
  const { effect: kind, version } = rule;
  const step = versionStep(before, after);
  if (version === undefined || step.kind === "ordinary") {
    return { kind, rule: rule.rule, summary, warnings: own };
  }
  const [policy, failing, what] = step.kind === "skipped"
    ? [
      version.skippedMinor,
      "effects/skipped-minor",
      `leaves out ${step.minors.join(", ")}`,
    ] as const
    : [
      version.downgrade,
      "effects/refused-downgrade",
      "goes back",
    ] as const;
  return policy === "refused"
    ? {
      kind: "will-fail",
      rule: failing,
      summary: `${summary} ${what}`,
      warnings: own,
    }
    : {
      kind,
      rule: rule.rule,
      summary,
      warnings: [...own, STEP_WARNINGS[step.kind]],
    };
}

const STEP_WARNINGS = {
  skipped: "Leaves out a minor version: kubelets may be three behind at most",
  downgrade:
    "Goes back to a lower version, which neither Kubernetes nor etcd supports",
} as const;

const STRUCTURE = "{}";

function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return "none";
  return typeof value === "object" ? STRUCTURE : String(value);
}

/** One effect for each kind, of the rules in the order of the tables. */
function joinKinds(details: readonly EffectDetails[]): EffectDetails[] {
  const groups = Map.groupBy(details, ({ kind }) => kind);
  return [...groups.values()].map((group) => ({
    kind: group[0]!.kind,
    rule: group[0]!.rule,
    summary: [...new Set(group.map(({ summary }) => summary))].join("; "),
    fields: [...new Set(group.flatMap(({ fields = [] }) => fields))],
    warnings: [...new Set(group.flatMap(({ warnings = [] }) => warnings))],
  })).sort((a, b) => compareGravity(a.kind, b.kind));
}
