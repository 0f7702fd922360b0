/**
 * Charts for sandboxes, fetched by the service.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import type { LockedChart } from "../../templates/helm/lock/mod.ts";
import type { ToldChart } from "../sandbox/messages.ts";
import { tellChart } from "../sandbox/told_tree.ts";

/**
 * Has a locked chart, from the cache or where it was locked.
 *
 * @param chart The chart.
 * @param charts Where charts are had from; left out, nowhere.
 * @returns The files, or why they cannot be had.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const digest = `sha256:${"0".repeat(64)}`;
 * const told = await loadLockedChart({
 *   template: { kind: "ClusterTemplate", namespace: "prod", name: "own" },
 *   chart: "own",
 *   version: "1.0.0",
 *   source: { kind: "http", url: "https://charts.example.com" },
 *   locked: { name: "own", version: "1.0.0", digest, files: digest },
 * }, undefined);
 * assertEquals(told.kind, "unavailable");
 * ```
 */
export async function loadLockedChart(
  chart: LockedChart,
  charts: Charts | undefined,
): Promise<ToldChart> {
  if (charts === undefined) {
    return { kind: "unavailable", reason: "no host is allowed for charts" };
  }
  const outcome = await charts.load(chart);
  return outcome.kind === "available"
    ? { kind: "available", files: tellChart(outcome.result.files) }
    : outcome;
}
