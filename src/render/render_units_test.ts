import { assertEquals } from "@std/assert";
import { unitKey } from "../model/mod.ts";
import { emitYaml } from "../yaml/mod.ts";
import { definitionsOf, inputOf, unitsOf } from "./_testing.ts";
import { renderUnits } from "./render_units.ts";
import type { RenderInput } from "./scope.ts";
import { DEFINITIONS, ONE, ruleIds, SHARED, TWO } from "./_two_clusters.ts";

function kinds(input: RenderInput): Record<string, string> {
  const units = [...unitsOf(input)].map(([key, { kind }]) => [key, kind]);
  return Object.fromEntries(units);
}

function fingerprints(input: RenderInput): Map<string, string> {
  return new Map(
    [...renderUnits(input)].flatMap((unit) =>
      unit.kind === "failed" ? [] : [[unitKey(unit.id), unit.fingerprint]]
    ),
  );
}

Deno.test("renderUnits() gives clusters in order, then layers in order", () => {
  const keys = [...renderUnits(inputOf(DEFINITIONS))].map(({ id }) =>
    unitKey(id)
  );
  assertEquals(keys, [
    ONE,
    TWO,
    "layer namespaces",
    "layer sources",
    "layer templates",
    "layer credentials",
    "layer platform",
  ]);
});

Deno.test("renderUnits() gives the same for definitions in another order", () => {
  const text = (input: RenderInput) =>
    [...renderUnits(input)].flatMap((unit) =>
      unit.kind === "rendered"
        ? [...unit.applied, ...unit.review].map(({ manifest }) =>
          emitYaml(manifest)
        )
        : [unit.kind]
    );
  const definitions = definitionsOf(DEFINITIONS + SHARED);
  const shuffled = inputOf(definitions.toReversed());
  assertEquals(text(shuffled), text(inputOf(definitions)));
  assertEquals(fingerprints(shuffled), fingerprints(inputOf(definitions)));
});

Deno.test("renderUnits() leaves out what was rendered before", () => {
  const input = inputOf(DEFINITIONS + SHARED);
  const again = { ...input, previous: fingerprints(input) };
  assertEquals(new Set(Object.values(kinds(again))), new Set(["unchanged"]));
});

Deno.test("renderUnits() repeats what it has to say", () => {
  const yaml = DEFINITIONS.replace("credential:", "dryRun: true, credential:");
  const input = inputOf(yaml);
  const again = unitsOf({ ...input, previous: fingerprints(input) });
  assertEquals(ruleIds(again.get(ONE)), ["render/dry-run"]);
  assertEquals(again.get(TWO)?.kind, "unchanged");
});

Deno.test("renderUnits() renders again what a change can reach", () => {
  const cases: [string, string, string[]][] = [
    ["workersNumber: 1", "workersNumber: 3", [ONE]],
    ["name: docker}}", "name: other}}", [ONE, TWO, "layer credentials"]],
    ["env: dev}}\n  serviceSpec", "env: prod}}\n  serviceSpec", [
      ONE,
      "layer platform",
    ]],
    ["name: dns}}}", "name: other}}}", [ONE, "layer templates"]],
  ];
  const before = DEFINITIONS + SHARED;
  const previous = fingerprints(inputOf(before));
  for (const [from, to, expected] of cases) {
    const input = inputOf(before.replace(from, to), { previous });
    const changed = Object.entries(kinds(input))
      .flatMap(([key, kind]) => kind === "unchanged" ? [] : [key]);
    assertEquals(changed, expected, to);
  }
});

Deno.test("renderUnits() renders all again with another version", () => {
  const input = inputOf(DEFINITIONS);
  const previous = fingerprints(input);
  const upgraded = { ...input, previous, version: "0.0.1" };
  assertEquals(new Set(Object.values(kinds(upgraded))), new Set(["rendered"]));
});
