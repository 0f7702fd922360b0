/**
 * What feeds the values of objects that no cluster has for itself.
 *
 * @module
 */

import type { Definition, Value } from "../model/mod.ts";
import type { Renderer } from "./change.ts";
import { withEssentials } from "./essentials.ts";
import { leavesOf } from "./leaves.ts";
import { noteBeside } from "./note_beside.ts";
import { type Laboratory, probe, probeContainer } from "./probe.ts";
import { probeReferences } from "./probe_references.ts";
import { FeederRecord } from "./record.ts";
import { probeNames, probeTogether } from "./renames.ts";
import { type SharedOutcome, sharedTrial } from "./shared_trial.ts";
import { type ExplainInput, inventoryOf } from "./subject.ts";
import { type Surroundings, type Target, targetsOf } from "./targets.ts";

/** What the layers and Regions have of a definition, and where it comes from. */
export interface FedShared {
  /** What somebody wrote; for a copy, the original. */
  readonly definition: Definition;
  readonly trial: Renderer<SharedOutcome>;
  readonly base: SharedOutcome;
  readonly around: Surroundings;
  /** All values that were changed to find out. */
  readonly targets: readonly Target[];
  readonly record: FeederRecord;
}

/**
 * Finds out what feeds the objects that the layers and Regions have of a
 * definition, by changing what they are rendered from, one value at a time.
 *
 * @param input What the dry source is rendered from.
 * @param definition What somebody wrote.
 * @returns What was found; `undefined` where nothing can be rendered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * const input = demoScope();
 * const template = known(input.inventory.serviceTemplates.get("prod/dns"));
 * const { record } = known(findSharedFeeders(input, template));
 * const [key] = ["source.toolkit.fluxcd.io/HelmChart/prod/dns"];
 * const [feeder] = record.feeders(known(key), ["spec", "version"]);
 * assertEquals(feeder?.source.field, ["spec", "helm", "chartSpec", "version"]);
 * ```
 */
export function findSharedFeeders(
  input: ExplainInput,
  definition: Definition,
): FedShared | undefined {
  const whole = sharedTrial(input, definition);
  const wanted = whole.render({})?.fingerprint;
  const definitions = withEssentials(
    input,
    definition,
    (some) => whole.render({ definitions: some })?.fingerprint === wanted,
  );
  const { inventory } = inventoryOf(definitions, input.config);
  const trial = sharedTrial({ ...input, inventory }, definition);
  const base = trial.render({});
  if (base === undefined) return undefined;
  const around: Surroundings = { input, definitions, values: {} };
  const laboratory = { trial, base, record: new FeederRecord() };
  const targets = [...targetsOf(around)];
  const stuck = targets.filter((target) => !probe(laboratory, target));
  probeReferences(laboratory, around, stuck);
  probeTogether(laboratory, around, stuck);
  const left = namesOfUngiven(laboratory, targets);
  probeTogether(laboratory, around, left);
  probeNames(laboratory, around, left);
  noteBeside(laboratory, stuck);
  // The inner ones first: they say more.
  for (const container of [...targetsOf(around, "containers")].reverse()) {
    probeContainer(laboratory, container);
  }
  const { record } = laboratory;
  return { definition, trial, base, around, targets, record };
}

/** Changed alone, a name may only take away what is named. */
function namesOfUngiven(
  { base, record }: Laboratory,
  targets: readonly Target[],
): Target[] {
  const texts = [...base.objects].flatMap(([key, object]) =>
    [...leavesOf(object)]
      .filter(({ path }) =>
        !record.feeders(key, path).some(({ role }) => role === "gives")
      )
      .map(({ value }: { value: Value }) => String(value))
  );
  return targets.filter(({ source: { value } }) =>
    typeof value === "string" && value !== "" &&
    texts.some((text) => text.includes(value) || isPart(text, value))
  );
}

/** As the group is of an `apiVersion`. */
function isPart(text: string, value: string): boolean {
  return text.length > 1 && value.startsWith(`${text}/`);
}
