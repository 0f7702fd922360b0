/**
 * The index.yaml of a chart repository.
 *
 * @module
 */

import { z } from "zod";
import { getField, getPath, isMap } from "../../model/mod.ts";
import { DEFAULT_LIMITS, parseYaml } from "../../yaml/mod.ts";
import { FETCH_LIMITS } from "../limits.ts";
import { Unavailable } from "../unavailable.ts";

const entrySchema = z.object({
  version: z.string(),
  urls: z.array(z.string()).min(1),
  digest: z.string().regex(/^(?:sha256:)?[0-9a-fA-F]{64}$/).exactOptional(),
  created: z.string().exactOptional(),
});

/** A version of a chart, as the index of its repository has it. */
export type IndexEntry = z.infer<typeof entrySchema>;

/** The index of a chart repository. */
export interface ChartIndex {
  /**
   * The versions of a chart. What Helm could not use either is left out.
   *
   * @param chart The chart's name.
   * @returns Its versions; `undefined` where the repository has no such chart.
   */
  versions(chart: string): readonly IndexEntry[] | undefined;
  /** The names of all charts. */
  readonly charts: readonly string[];
}

/**
 * Reads an index. The entries of a chart are looked at when it is asked for,
 * so that a damaged one harms no other chart.
 *
 * @param text The text, which may be JSON too.
 * @returns The index.
 * @throws {Unavailable} If the text is no index.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const index = readIndex(
 *   "entries:\n  dns:\n  - version: 1.0.0\n    urls: [dns-1.0.0.tgz]\n",
 * );
 * assertEquals(index.versions("dns")?.[0]?.urls, ["dns-1.0.0.tgz"]);
 * assertEquals(index.versions("constructor"), undefined);
 * ```
 */
export function readIndex(text: string): ChartIndex {
  const { documents, findings } = parseYaml(text, {
    duplicateKeys: "last-wins",
    file: "index.yaml",
    limits: { ...DEFAULT_LIMITS, maxBytes: FETCH_LIMITS.index },
  });
  const entries = getField(documents[0]?.value, "entries");
  const [finding] = findings.filter(({ severity }) => severity === "error");
  if (finding !== undefined) {
    throw new Unavailable(`its index.yaml is damaged: ${finding.message}`);
  }
  if (!isMap(entries)) throw new Unavailable("its index.yaml has no entries");
  return {
    charts: Object.keys(entries),
    versions: (chart) => {
      const list = getPath(entries, [chart]);
      return Array.isArray(list) ? list.flatMap(usableEntry) : undefined;
    },
  };
}

function usableEntry(value: unknown): IndexEntry[] {
  const result = entrySchema.safeParse(value);
  return result.success ? [result.data] : [];
}
