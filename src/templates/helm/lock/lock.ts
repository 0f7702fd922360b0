/**
 * `k0render.lock`: which chart each template is rendered with.
 *
 * @module
 */

import { z } from "zod";
import type { ValueMap } from "../../../model/mod.ts";
import { emitYaml } from "../../../yaml/mod.ts";
import { type ChartRequest, requestKey } from "./chart_request.ts";

/** Where the lock stands in a dry source. */
export const LOCK_PATH = "k0render.lock";

const HEAD =
  '# Written by "k0render charts lock"; commit it, and do not edit it.\n';

const digest = z.string().regex(
  /^sha256:[0-9a-f]{64}$/,
  "expected sha256: and 64 hex digits",
);

const url = z.string().refine(
  hasNoCredentials,
  "expected a URL without credentials",
);

const gitReference = z.strictObject({
  branch: z.string().exactOptional(),
  tag: z.string().exactOptional(),
  semver: z.string().exactOptional(),
  name: z.string().exactOptional(),
  commit: z.string().exactOptional(),
});

const address = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("http"), url }),
  z.strictObject({
    kind: z.literal("oci"),
    url,
    insecure: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("git"), url, ref: gitReference }),
]);

const lockedChart = z.strictObject({
  template: z.strictObject({
    kind: z.enum(["ClusterTemplate", "ServiceTemplate"]),
    namespace: z.string(),
    name: z.string(),
  }),
  chart: z.string(),
  version: z.string(),
  source: address,
  locked: z.strictObject({
    name: z.string().regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      "expected the name of a chart",
    ),
    version: z.string().regex(
      /^[A-Za-z0-9][A-Za-z0-9.+_-]*$/,
      "expected a version",
    ),
    digest,
    files: digest,
    commit: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/).exactOptional(),
  }),
});

/** The schema of `k0render.lock`. */
export const chartLockSchema = z.strictObject({
  apiVersion: z.literal("k0render.dev/v1alpha1"),
  kind: z.literal("ChartLock"),
  charts: z.array(lockedChart),
});

/** What was found for a request. */
export interface Locked {
  /** The chart's own name and version, from its Chart.yaml. */
  readonly name: string;
  readonly version: string;
  /** The SHA-256 of the archive. */
  readonly digest: string;
  /** The SHA-256 of the files, however they are archived. */
  readonly files: string;
  /** The commit that a chart of a Git repository was taken from. */
  readonly commit?: string;
}

/** A request, and what was found for it. */
export interface LockedChart extends ChartRequest {
  readonly locked: Locked;
}

/** What became of looking a request up. */
export type LockEntry =
  | { readonly kind: "locked"; readonly chart: LockedChart }
  /** The template was locked, but asks for something else now. */
  | { readonly kind: "stale"; readonly chart: LockedChart }
  | { readonly kind: "unlocked" };

/** The charts that a dry source is rendered with. */
export interface ChartLock {
  readonly charts: readonly LockedChart[];
  /**
   * Looks a request up.
   *
   * @param request What a template asks for.
   * @returns What was locked for it.
   */
  find(request: ChartRequest): LockEntry;
}

/**
 * Makes a lock.
 *
 * @param charts The charts, in any order.
 * @returns The lock.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(makeLock([]).charts, []);
 * ```
 */
export function makeLock(charts: readonly LockedChart[]): ChartLock {
  const byKey = new Map(charts.map((chart) => [requestKey(chart), chart]));
  const byTemplate = Map.groupBy(charts, templateKey);
  return {
    charts: [...byKey.keys()].sort().map((key) =>
      byKey.get(key) as LockedChart
    ),
    find(request) {
      const exact = byKey.get(requestKey(request));
      if (exact !== undefined) return { kind: "locked", chart: exact };
      const [other] = byTemplate.get(templateKey(request)) ?? [];
      return other === undefined
        ? { kind: "unlocked" }
        : { kind: "stale", chart: other };
    },
  };
}

/**
 * Writes a lock: the same charts give the same text.
 *
 * @param lock The lock.
 * @returns The text of `k0render.lock`.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * assertStringIncludes(writeLock(makeLock([])), "kind: ChartLock\ncharts: []\n");
 * ```
 */
export function writeLock(lock: ChartLock): string {
  const value = {
    apiVersion: "k0render.dev/v1alpha1",
    kind: "ChartLock",
    charts: lock.charts.map(({ template, chart, version, source, locked }) => ({
      template: { ...template },
      chart,
      version,
      source: { ...source },
      locked: { ...locked },
    })),
  };
  return HEAD + emitYaml(value as unknown as ValueMap);
}

function templateKey({ template }: ChartRequest): string {
  return JSON.stringify([template.kind, template.namespace, template.name]);
}

function hasNoCredentials(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.password === "" &&
    (url.username === "" || url.protocol === "ssh:");
}
