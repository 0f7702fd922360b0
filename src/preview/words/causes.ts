/**
 * How far the lines of the dry source reach.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import type { Cause } from "../../model/mod.ts";

/** A line of the dry source, and how many clusters it has effects on. */
export interface Reach {
  readonly cause: Cause;
  readonly clusters: number;
}

/** How far each line reaches, by {@linkcode causeKey}. */
export type Reaches = ReadonlyMap<string, Reach>;

/**
 * Tells one line of the dry source from another.
 *
 * @param cause The line.
 * @returns A key.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const cause = { file: "a.yaml", line: 9, field: "spec", side: "after" } as const;
 * assertEquals(causeKey(cause), "a.yaml:9");
 * ```
 */
export function causeKey({ file, line, side }: Cause): string {
  return `${file}:${line}${side === "before" ? " (before)" : ""}`;
}

/**
 * Finds how many clusters each line has effects on.
 *
 * @param comparison The comparison.
 * @returns The lines, those that reach most clusters first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(reachOfCauses(emptyComparison()).size, 0);
 * ```
 */
export function reachOfCauses(comparison: Comparison): Reaches {
  const found = new Map<string, { cause: Cause; clusters: Set<string> }>();
  for (const { effects } of comparison.units) {
    for (const { causes, cluster } of effects) {
      for (const cause of causes) {
        const key = causeKey(cause);
        const reach = found.get(key) ?? { cause, clusters: new Set() };
        if (cluster !== undefined) reach.clusters.add(cluster);
        found.set(key, reach);
      }
    }
  }
  return new Map(
    [...found].map(([key, { cause, clusters }]) =>
      [key, { cause, clusters: clusters.size }] as const
    ).sort(([, left], [, right]) => right.clusters - left.clusters),
  );
}
