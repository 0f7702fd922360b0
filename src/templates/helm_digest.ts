/**
 * What identifies a chart and what it is rendered for.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { type ChartFile, DEFAULT_KUBE_VERSION } from "./helm/chart/mod.ts";
import type { HelmSettings } from "./helm_package.ts";

/**
 * Digests the files of a chart, in the order of their paths, with the settings
 * that it is rendered with.
 *
 * @param files The files.
 * @param settings The settings.
 * @returns The SHA-256 in hex.
 *
 * @example
 * ```ts
 * import { assertNotEquals } from "@std/assert";
 * const files = [{ path: "Chart.yaml", bytes: new Uint8Array([65]) }];
 * assertNotEquals(digestChart(files, { helm: 3 }), digestChart(files, { helm: 4 }));
 * ```
 */
export function digestChart(
  files: readonly ChartFile[],
  settings: HelmSettings,
): string {
  const { helm = 4, kubeVersion = DEFAULT_KUBE_VERSION, apiVersions = [] } =
    settings;
  const hash = createHash("sha256");
  hash.update(`${JSON.stringify({ helm, kubeVersion, apiVersions })}\n`);
  for (const { path, bytes } of files.toSorted(byPath)) {
    hash.update(`${path.length} ${bytes.length} ${path}`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}

function byPath(a: ChartFile, b: ChartFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
