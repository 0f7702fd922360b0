/**
 * What a change of a field does, found out by making it.
 *
 * @module
 */

import { diffObjects } from "../../../src/diff/objects/mod.ts";
import {
  identityKey,
  identityOf,
  isMap,
  type Manifest,
  type ManifestChange,
  type Value,
} from "../../../src/model/mod.ts";
import {
  objectsOfUnits,
  type PipelineResult,
} from "../../../tests/pipeline.ts";
import type { Leaf } from "./leaves.ts";
import { otherValues } from "./other_values.ts";
import { renderObjects } from "./sample.ts";

/** What a change of a field does. */
export interface Observation {
  /** What is rendered differently, as `Profile spec.tier`. */
  readonly rendered: ReadonlySet<string>;
  /** The findings that another value brings about, by their rules. */
  readonly rules: ReadonlySet<string>;
}

/** A fleet, and what comes of it. */
export interface Fleet {
  readonly objects: readonly Manifest[];
  readonly result: PipelineResult;
}

/**
 * Changes a field of an object in all ways there are, until one is accepted.
 *
 * @param fleet The fleet with the object.
 * @param object The object.
 * @param leaf The field of its spec.
 * @returns What the changes did.
 */
export function observe(
  fleet: Fleet,
  object: Manifest,
  leaf: Leaf,
): Observation {
  const rules = new Set<string>();
  for (const value of otherValues(leaf.value)) {
    const changed = {
      ...object,
      spec: withValue(object.spec, leaf.path, value),
    };
    const result = renderObjects(
      fleet.objects.map((it) => it === object ? changed : it),
    );
    const said = newFindings(fleet.result, result);
    for (const { rule } of said) rules.add(rule);
    if (said.some(({ severity }) => severity === "error")) continue;
    const changes = diffObjects(
      rendered(fleet.result, object),
      rendered(result, object),
    );
    return { rendered: new Set(changes.flatMap(describe)), rules };
  }
  return { rendered: new Set(), rules };
}

/** Copies of a definition in other namespaces are of its kind as well. */
function rendered(result: PipelineResult, except: Manifest): Manifest[] {
  const { group, kind } = identityOf(except);
  const objects = [...objectsOfUnits(result.units)].filter((object) => {
    const identity = identityOf(object);
    return identity.group !== group || identity.kind !== kind;
  });
  return [...new Map(objects.map((it) => [identityKey(identityOf(it)), it]))
    .values()];
}

function newFindings(
  before: PipelineResult,
  after: PipelineResult,
): { readonly rule: string; readonly severity: string }[] {
  const known = new Set(before.findings.map(textOf));
  return after.findings.filter((it) => !known.has(textOf(it))).map((
    { finding },
  ) => ({ rule: finding.rule.id, severity: finding.severity }));
}

function textOf({ finding }: PipelineResult["findings"][number]): string {
  return `${finding.rule.id} ${finding.message}`;
}

function describe(change: ManifestChange): string[] {
  if (change.kind === "added") return [change.after.kind];
  if (change.kind === "removed") return [change.before.kind];
  return change.fields.map(({ path }) =>
    `${change.after.kind} ${fieldOf(path)}`
  );
}

/** A field without the items that lead to it, which are particular to a fleet. */
function fieldOf(path: readonly unknown[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step !== "string") return `${name}[]`;
    return name === "" ? step : `${name}.${step}`;
  }, "");
}

function withValue(
  whole: Value | undefined,
  path: Leaf["path"],
  value: Value,
): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((item, index) =>
      index === step ? withValue(item, rest, value) : item
    );
  }
  const map = isMap(whole) ? whole : {};
  return { ...map, [step]: withValue(map[step], rest, value) };
}
