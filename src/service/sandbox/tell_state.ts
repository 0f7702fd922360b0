/**
 * What the sandbox says at the end.
 *
 * @module
 */

import { type Finding, identityKey } from "../../model/mod.ts";
import { locateFindings } from "../located.ts";
import type { Parent } from "./parent.ts";
import type { SandboxState } from "./render_state.ts";

/**
 * Tells what was found, and what of it is new.
 *
 * @param parent The service.
 * @param after The state after the change.
 * @param before The state before it; left out, everything is new.
 */
export function tellState(
  parent: Parent,
  after: SandboxState,
  before: SandboxState | undefined,
): void {
  const known = new Set((before?.findings ?? []).map(findingKey));
  const added = after.findings
    .filter((finding) => !known.has(findingKey(finding)));
  parent.say({
    kind: "done",
    added: locateFindings(added, (place) => after.source.locate(place)),
    errors: after.findings
      .filter(({ severity }) => severity === "error").length,
  });
}

/** Lines move with every change above them, so they tell nothing apart. */
function findingKey({ rule, message, object, place }: Finding): string {
  return JSON.stringify([
    rule.id,
    message,
    object === undefined ? place?.origin.file : identityKey(object),
  ]);
}
