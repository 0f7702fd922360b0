/**
 * Values that name something, which has to be there.
 *
 * @module
 */

import type { Definition } from "../model/mod.ts";
import { edited } from "./edit.ts";
import { type Laboratory, note, tryOut } from "./probe.ts";
import { withManifest } from "./subject.ts";
import type { Surroundings, Target } from "./targets.ts";
import { MARK } from "./variants.ts";

/**
 * Changes references alone: beside what they name a twin of it is put, which
 * they name instead.
 *
 * @param laboratory Where to try it.
 * @param around What is rendered from.
 * @param stuck Values without which, changed alone, nothing can be rendered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../render/_demo.ts";
 * import { FeederRecord } from "./record.ts";
 * const laboratory = {
 *   trial: { render: () => undefined },
 *   base: { objects: new Map() },
 *   record: new FeederRecord(),
 * };
 * const around = { input: demoScope(), definitions: [demoCluster()], values: {} };
 * assertEquals(probeReferences(laboratory, around, []), undefined);
 * ```
 */
export function probeReferences(
  laboratory: Laboratory,
  around: Surroundings,
  stuck: readonly Target[],
): void {
  for (const { source, change } of stuck) {
    const before = source.value;
    for (const named of around.definitions) {
      if (named.manifest.metadata.name !== before) continue;
      const after = `${before}${MARK}`;
      const twin = twinOf(named, after);
      const changed = change(after);
      if (twin === undefined || changed?.definitions === undefined) continue;
      const definitions = [...changed.definitions, twin];
      const swap = { before, after };
      const effects = tryOut(laboratory, { ...changed, definitions }, swap);
      if (effects !== undefined) note(laboratory, effects, source);
    }
  }
}

/** It stands nowhere, so nothing that comes of it is anybody's. */
function twinOf(named: Definition, name: string): Definition | undefined {
  const manifest = edited(named.manifest, ["metadata", "name"], name);
  const twin = withManifest(named, manifest);
  return twin && { ...twin, origin: { ...named.origin } };
}
