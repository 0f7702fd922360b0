/**
 * What the metadata of a rendered tree says of units with errors.
 *
 * @module
 */

import { z } from "zod";
import { LAYERS, type UnitId } from "../model/mod.ts";
import type { FailedEntry } from "./hydrator_metadata.ts";

const metadataSchema = z.object({
  k0render: z.object({
    failed: z.array(z.object({ unit: z.string(), kept: z.boolean() })),
  }),
});

/**
 * Reads which units had errors when a tree was rendered.
 *
 * @param text The text of a `hydrator.metadata`.
 * @returns The units; none where somebody else wrote the text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const failed = [{ unit: "cluster prod/eu1", kept: true }];
 * assertEquals(readFailedUnits(JSON.stringify({ k0render: { failed } })), [
 *   { id: { kind: "cluster", namespace: "prod", name: "eu1" }, kept: true },
 * ]);
 * assertEquals(readFailedUnits("{}"), []);
 * ```
 */
export function readFailedUnits(text: string): readonly FailedEntry[] {
  const metadata = metadataSchema.safeParse(parseJson(text));
  if (!metadata.success) return [];
  return metadata.data.k0render.failed.flatMap(({ unit, kept }) => {
    const id = parseUnitKey(unit);
    return id === undefined ? [] : [{ id, kept }];
  });
}

/** The opposite of `unitKey`. */
function parseUnitKey(key: string): UnitId | undefined {
  const [, namespace, name] = /^cluster ([^/]+)\/(.+)$/.exec(key) ?? [];
  if (namespace !== undefined && name !== undefined) {
    return { kind: "cluster", namespace, name };
  }
  const layer = LAYERS.find((each) => key === `layer ${each}`);
  return layer === undefined ? undefined : { kind: "layer", layer };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
