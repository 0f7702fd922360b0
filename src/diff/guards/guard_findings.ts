/**
 * What guards have to say of a change.
 *
 * @module
 */

import { didYouMean } from "../../k0rdent/mod.ts";
import { type Finding, makeFinding } from "../../model/mod.ts";
import type { Acknowledgement } from "../../source/mod.ts";
import type { GuardOutcome } from "../comparison.ts";
import { GUARD_RULES } from "./rules.ts";

/** More entries than these are not put into a sentence. */
const MOST_ENTRIES = 5;

/**
 * Finds what keeps a change from being committed, and acknowledgements that
 * seem to be meant for it but are about something else.
 *
 * @param outcomes What became of each guard.
 * @param acknowledgements What is accepted by name and was not used before.
 * @returns An error for each guard that tripped, and warnings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [finding] = guardFindings([{
 *   guard: "clustersDeleted",
 *   limit: "at most 0 clusters deleted",
 *   state: "tripped",
 *   effects: [],
 *   acknowledgements: ["delete:prod/eu1"],
 * }], []);
 * assertEquals(finding?.rule.id, "guards/tripped");
 * ```
 */
export function guardFindings(
  outcomes: readonly GuardOutcome[],
  acknowledgements: readonly Acknowledgement[],
): readonly Finding[] {
  const tripped = outcomes.filter(({ state }) => state === "tripped");
  const wanted = new Set(tripped.flatMap((each) => each.acknowledgements));
  const mistaken = acknowledgements.flatMap(({ entry, place }) => {
    const nearest = wanted.has(entry) ? undefined : didYouMean(entry, wanted);
    return nearest === undefined ? [] : [makeFinding(
      GUARD_RULES["guards/unused-acknowledgement"],
      `Cannot use acknowledgement "${entry}": no such effect happens`,
      { place, remedy: `Did you mean "${nearest}"?` },
    )];
  });
  return [...tripped.map(trippedFinding), ...mistaken];
}

function trippedFinding(
  { guard, limit, effects, acknowledgements }: GuardOutcome,
): Finding {
  const listed = acknowledgements.slice(0, MOST_ENTRIES).join(", ");
  const rest = acknowledgements.length - MOST_ENTRIES;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return makeFinding(
    GUARD_RULES["guards/tripped"],
    `Cannot commit beyond guard "${guard}", ${limit}: this change has ${effects.length}`,
    {
      remedy:
        `If this is meant, set the annotation k0render.dev/acknowledge of k0render.yaml to "${listed}"${more}.`,
    },
  );
}
