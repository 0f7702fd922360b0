/**
 * Charts of our own for tests, and what asks for them.
 *
 * @module
 */

import { makeEgress } from "../src/charts/egress/egress.ts";
import { type Charts, openCharts } from "../src/charts/mod.ts";
import {
  type ChartAddress,
  type ChartRequest,
  packChart,
} from "../src/templates/helm/lock/mod.ts";

/** Packs a small chart. */
export function packTestChart(
  name: string,
  version: string,
  files: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const all = {
    "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    "values.yaml": "replicas: 1\n",
    "templates/config.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n",
    ...files,
  };
  const list = Object.entries(all).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  return packChart(list, name);
}

/** A request of a ClusterTemplate. */
export function testRequest(
  source: ChartAddress,
  chart: string,
  version: string,
): ChartRequest {
  return {
    template: { kind: "ClusterTemplate", namespace: "prod", name: "own" },
    chart,
    version,
    source,
  };
}

/** Runs with a fresh cache and the hosts that may be connected to. */
export async function withCharts(
  hosts: Parameters<typeof makeEgress>[0]["hosts"],
  run: (charts: Charts, directory: string) => Promise<void>,
  networks: readonly string[] = [],
): Promise<void> {
  const directory = await Deno.makeTempDir();
  try {
    const client = { egress: makeEgress({ hosts, networks }), timeoutMs: 5000 };
    await run(openCharts({ directory, client }), directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}
