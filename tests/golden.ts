/**
 * The golden cases of ../shared: values for a k0rdent chart, and the objects
 * that Helm makes of them.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../src/model/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { SHARED } from "./requirements.ts";

const GOLDEN = new URL("data/golden/", SHARED);

/** The charts that have a built-in package. */
export const BUILT_IN_CHARTS = [
  "adopted-cluster",
  "aws-standalone-cp",
  "azure-standalone-cp",
  "docker-hosted-cp",
  "openstack-standalone-cp",
  "remote-cluster",
  "vsphere-standalone-cp",
] as const;

/** Values for a chart, and what comes of them. */
export interface GoldenCase {
  readonly name: string;
  /** The chart's name. */
  readonly chart: string;
  readonly release: { readonly name: string; readonly namespace: string };
  readonly values: ValueMap;
  readonly expect: "ok" | "schema-error" | "render-error";
  /** The file with the objects, where `expect` is `ok`. */
  readonly golden?: string;
  /** The same by the rules of Helm 3, where these give something else. */
  readonly golden_helm3?: string;
}

/**
 * Reads the golden cases.
 *
 * @param charts The charts whose cases are wanted; by default all.
 * @returns Their cases, in the order of the file.
 */
export function readGoldenCases(charts?: readonly string[]): GoldenCase[] {
  const { cases } = JSON.parse(
    Deno.readTextFileSync(new URL("cases.json", GOLDEN)),
  ) as { cases: GoldenCase[] };
  return cases
    .map((golden) => ({
      ...golden,
      chart: golden.chart.slice(golden.chart.lastIndexOf("/") + 1),
    }))
    .filter(({ chart }) => charts?.includes(chart) ?? true);
}

/**
 * Reads the objects that a case is to give.
 *
 * @param golden The case.
 * @returns The objects; none for a case that is to fail.
 */
export function readGolden(golden: GoldenCase): Manifest[] {
  if (golden.golden === undefined) return [];
  return readGoldenTexts(golden.golden).map(loadYaml)
    .filter((value) => value !== null).map((value) => value as Manifest);
}

/**
 * Reads the documents of a golden file as they are written.
 *
 * @param file The file's name.
 * @returns The documents.
 */
export function readGoldenTexts(file: string): string[] {
  return splitLikeHelm(Deno.readTextFileSync(new URL(file, GOLDEN)));
}

/**
 * Helm looks for document markers by pattern; a YAML parser would take the
 * `---apiVersion: v1` that some charts print for a key.
 */
function splitLikeHelm(text: string): string[] {
  return text.split(/(?:^|\s*\n)---\s*/).filter((document) =>
    document.trim() !== ""
  );
}
