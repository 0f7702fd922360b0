import { assert, assertEquals } from "@std/assert";
import {
  type FieldChange,
  isMap,
  type Manifest,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { diffManifests } from "../objects/mod.ts";
import { changedObject } from "./changed_object.ts";
import { ADVISORIES } from "./data/advisories.ts";
import { FIELD_TABLES } from "./data/mod.ts";
import { REMOVALS } from "./data/removals.ts";
import { parsePattern } from "./field_pattern.ts";
import type { FieldRow } from "./field_rule.ts";
import { removedObject } from "./removed_object.ts";

for (const [table, rows] of Object.entries(FIELD_TABLES)) {
  for (const row of rows) {
    Deno.test(`${table}: ${row.group} ${row.kind} ${row.path} gives ${row.effect}`, () => {
      const { before, after, fields } = changeOf(row, row.path);
      const effects = changedObject({ before, after, fields }, {});
      const [effect] = effects;
      assertEquals(
        [effects.length, effect?.kind, effect?.rule, effect?.fields],
        [1, row.effect, row.rule, fields],
      );
      assert(row.why !== "" && row.source !== "");
    });

    for (const exception of row.except ?? []) {
      Deno.test(`${table}: ${row.kind} ${row.path} leaves ${exception} alone`, () => {
        const effects = changedObject(changeOf(row, exception), {});
        const rules = effects.filter(({ kind, rule }) =>
          kind === row.effect && rule === row.rule
        );
        assertEquals(rules, []);
      });
    }
  }
}

Deno.test("changedObject() lets a field that was not set be set", () => {
  for (const row of Object.values(FIELD_TABLES).flat()) {
    if (row.when !== "was-set" && row.when !== "is-removed") continue;
    const { after } = changeOf(row, row.path);
    const bare: Manifest = {
      apiVersion: after.apiVersion,
      kind: after.kind,
      metadata: after.metadata,
    };
    const set = row.when === "is-removed"
      ? changeOf({ ...row, when: "was-set" }, row.path).after
      : after;
    const fields = diffManifests(bare, set);
    const effects = changedObject({ before: bare, after: set, fields }, {});
    assertEquals(
      effects.filter(({ rule }) => rule === row.rule),
      [],
      `${row.kind} ${row.path}`,
    );
  }
});

for (const row of REMOVALS) {
  Deno.test(`REMOVALS: ${row.group} ${row.kind} is deleted`, () => {
    const manifest = objectOf(row);
    const effect = removedObject(manifest, { level: "capi", applied: true });
    assertEquals([effect.kind, effect.summary], ["delete", row.summary]);
    const annotations = { "kustomize.toolkit.fluxcd.io/prune": "disabled" };
    const kept = {
      ...manifest,
      metadata: { ...manifest.metadata, annotations },
    };
    const stays = removedObject(kept, { level: "capi", applied: true });
    assert(stays.kind === "no-effect" || stays.kind === "reconciliation");
  });
}

Deno.test("every advisory says where it was reported", () => {
  for (const { text, source } of ADVISORIES) {
    assert(text !== "" && source.includes("#"));
  }
});

/** An object before and after a change of one field. */
function changeOf(row: FieldRow, path: string): {
  readonly before: Manifest;
  readonly after: Manifest;
  readonly fields: readonly FieldChange[];
} {
  const steps = parsePattern(path);
  const [old, now] = row.version === undefined
    ? ["old", "new"]
    : ["v1.35.0", "v1.36.0"];
  const more = row.when === "was-immutable" && path !== "immutable"
    ? { immutable: true }
    : {};
  const base = { ...objectOf(row), ...more };
  const before = withValue(base, steps, path === "immutable" ? true : old);
  const after = row.when === "is-removed"
    ? withValue(base, steps, undefined)
    : withValue(base, steps, path === "immutable" ? false : now);
  return { before, after, fields: diffManifests(before, after) };
}

function objectOf({ group, kind }: { group: string; kind: string }): Manifest {
  const word = group.replace("*", "any");
  return {
    apiVersion: word === "" ? "v1" : `${word}/v1`,
    kind: kind.replace("*", "Any"),
    metadata: { name: "a", namespace: "prod" },
  };
}

function withValue(
  manifest: Manifest,
  steps: readonly string[],
  value: Value | undefined,
): Manifest {
  return put(structuredClone(manifest), steps, value) as Manifest;
}

function put(
  here: Value | undefined,
  [step, ...rest]: readonly string[],
  value: Value | undefined,
): Value | undefined {
  if (step === undefined) return value;
  if (step === "*") return [put({}, rest, value) ?? null];
  const map: ValueMap = isMap(here) ? { ...here } : {};
  const inner = put(map[step], rest, value);
  if (inner === undefined) delete map[step];
  else map[step] = inner;
  return map;
}
