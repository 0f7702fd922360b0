/**
 * What changes of a repository do to what runs: the scenarios under
 * `fixtures/changes`, rendered and compared by the real pipeline.
 */

import { assertEquals } from "@std/assert";
import {
  type ComparedUnits,
  countingUnits,
  guardOutcomes,
  summarise,
} from "../src/diff/mod.ts";
import { EFFECT_KINDS } from "../src/model/mod.ts";
import { DEFAULT_CONFIG } from "../src/source/mod.ts";
import { readSample } from "./samples.ts";
import {
  compareScenario,
  compareSources,
  effectsOfScenario,
  readScenarios,
} from "./scenarios.ts";

const scenarios = await readScenarios();

for (const scenario of scenarios) {
  Deno.test(`fixtures/changes/${scenario.name}: ${scenario.about}`, async () => {
    assertEquals(await effectsOfScenario(scenario), scenario.effects);
  });
}

Deno.test("the scenarios have an effect of every kind that can be rendered", () => {
  const kinds = new Set(
    scenarios.flatMap(({ effects }) => effects.map(({ kind }) => kind)),
  );
  const missing = EFFECT_KINDS.filter((kind) => !kinds.has(kind));
  assertEquals(missing, ["unknown", "no-effect"]);
});

Deno.test("the scenarios are about all pains that concern changes", () => {
  const pains = new Set(scenarios.flatMap(({ pains = [] }) => pains));
  const missing = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P10", "P12"]
    .filter((pain) => !pains.has(pain));
  assertEquals(missing, []);
});

Deno.test("one shared line of a thousand clusters is one row", async () => {
  const demo = await readSample("demo");
  const fleet = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `clusters/edge-${index}.yaml`,
      demo["clusters/us1.yaml"]!.replace("name: us1", `name: edge-${index}`),
    ]),
  );
  const before = { ...demo, ...fleet };
  const path = "services/baseline.yaml";
  const after = {
    ...before,
    [path]: before[path]!.replace("enabled: true", "enabled: false"),
  };
  const compared = await compareSources(before, after);
  const side = { units: [], failed: [], complete: true };
  const { groups } = summarise({
    compared,
    before: side,
    after: side,
    guards: [],
  });
  assertEquals(
    groups.map(({ kind, summary, members, exceptions }) => [
      kind,
      summary,
      members.length,
      exceptions.length,
    ]),
    [["in-place", "cert-manager: values", 1002, 0]],
  );
});

Deno.test("guards see in the units that may count what they see in all", async () => {
  const { guards } = DEFAULT_CONFIG;
  const outcomes = ({ units }: ComparedUnits) =>
    guardOutcomes(units.flatMap(({ effects }) => effects), {
      guards: { ...guards, clustersDeleted: 0 },
      acknowledged: [],
      clusters: { before: 1, after: 0 },
    }).map(({ guard, state, effects }) => [
      guard,
      state,
      effects.map(({ object, rule }) => [object, rule]),
    ]);
  const matters = countingUnits(guards, { accepts: false });
  for (const scenario of scenarios) {
    assertEquals(
      outcomes(await compareScenario(scenario, { matters })),
      outcomes(await compareScenario(scenario)),
      scenario.name,
    );
  }
});
