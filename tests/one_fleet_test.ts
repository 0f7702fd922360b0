/**
 * Everything in ../shared/data/examples as one fleet: 109 ClusterDeployments,
 * 70 MultiClusterServices and 279 ServiceTemplates in one dry source.
 */

import { assert, assertEquals } from "@std/assert";
import { formatIdentity, identityKey, identityOf } from "../src/model/mod.ts";
import type { UnitResult } from "../src/model/mod.ts";
import { WITHOUT_PACKAGE, WRONG_VALUES } from "./example_mistakes.ts";
import { REFUSED_AS_FLEET, sharedFleet } from "./shared_fleet.ts";
import { MODES, modeText } from "./modes.ts";
import { outcomeOf } from "./outcome.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("shared"));
const fleet = ignore ? undefined : sharedFleet();

for (const mode of MODES) {
  Deno.test({
    name: `the whole of the examples is one fleet ${modeText(mode)}`,
    ignore,
    fn() {
      assert(fleet !== undefined);
      assertEquals(
        [fleet.clusters.size, fleet.services, fleet.templates],
        [109, 70, 279],
      );
      const result = runPipeline(fleet.files, mode);
      const refused = new Set([
        ...REFUSED_AS_FLEET,
        ...mode.applyLevel === "capi" ? WITHOUT_PACKAGE : [],
      ]);
      assertEquals(
        clustersOf(result.units, "failed"),
        [...fleet.clusters].filter(([file]) => refused.has(file))
          .map(([, name]) => name).sort(),
      );
      assertEquals(
        clustersOf(result.units, "rendered").length,
        [...fleet.clusters.keys()].filter((file) => !refused.has(file)).length,
      );
      assertEquals(servicesShort(result.units), []);
      assertEquals(ownedTwice(result.units), []);
      const { problems } = outcomeOf(result, mode);
      assertEquals(
        problems.filter((problem) =>
          !WRONG_VALUES.some((mistake) => mistake.problem.test(problem))
        ),
        [],
      );
    },
  });
}

function clustersOf(
  units: readonly UnitResult[],
  kind: UnitResult["kind"],
): string[] {
  return units.flatMap((unit) =>
    unit.kind === kind && unit.id.kind === "cluster" ? [unit.id.name] : []
  ).sort();
}

/** Clusters that lack a service of the catalog; 11 of the 70 are refused. */
function servicesShort(units: readonly UnitResult[]): string[] {
  return units.flatMap((unit) => {
    if (unit.kind !== "rendered" || unit.id.kind !== "cluster") return [];
    const sets = [...unit.applied, ...unit.review].filter(({ manifest }) =>
      manifest.kind === "ServiceSet"
    );
    return sets.length >= 70 - 11 ? [] : [unit.id.name];
  });
}

/** Objects of which two units say that they are theirs. */
function ownedTwice(units: readonly UnitResult[]): string[] {
  const owners = new Map<string, UnitResult>();
  return units.flatMap((unit) => {
    if (unit.kind !== "rendered") return [];
    return [...unit.applied, ...unit.review].flatMap(({ manifest }) => {
      const identity = identityOf(manifest);
      const key = identityKey(identity);
      const owner = owners.get(key) ?? unit;
      owners.set(key, owner);
      return owner === unit ? [] : [formatIdentity(identity)];
    });
  });
}
