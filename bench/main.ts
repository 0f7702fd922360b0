/**
 * Measures k0render against what git alone needs, and its rendering of Helm
 * charts against Helm, in the same run; and the preview of a small change.
 *
 * Prints a table, and the same as JSON after it. Figures of two runs do not
 * compare: only the ratios inside one run do.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { chartRender } from "./charts.ts";
import { coldRender } from "./cold_render.ts";
import { warmPreview } from "./warm_preview.ts";

const NOT_MEASURED = "not measured";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    clusters: { type: "string", default: "1000" },
    values: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    previews: { type: "string", default: "1000" },
  },
});

const rounds = Number(values.rounds);
const cold = await coldRender({ clusters: Number(values.clusters), rounds });
const charts = await chartRender({ values: Number(values.values), rounds });
const preview = await warmPreview({
  clusters: Number(values.previews),
  rounds: Math.max(5, rounds),
});

const rows: readonly (readonly [string, string])[] = [
  ["cold render, repository to pushed commit", inMs(cold.renderMs)],
  ["git fast-import of the same files", inMs(cold.fastImportMs)],
  [
    "the same, with k0render's allocator setting",
    inMs(cold.tunedFastImportMs),
  ],
  ["ratio to plain fast-import (at most 3)", cold.ratio.toFixed(2)],
  ["clusters per second", cold.clustersPerSecond.toFixed(0)],
  ["peak memory (at most 512 MiB)", `${cold.peakMiB.toFixed(0)} MiB`],
  ["files written", String(cold.files)],
  [`one Helm chart for ${charts.values} values`, inMs(charts.renderMs)],
  ["the same, first time in the process", inMs(charts.firstMs)],
  ["the same by helm template, scaled", inMs(charts.helmMs)],
  ["times faster (at least 50)", timesFaster(charts.helmMs)],
  ["the same by Helm's engine as a library", inMs(charts.libraryMs)],
  ["times faster (at least 1)", timesFaster(charts.libraryMs)],
  [
    `preview of a line in ${preview.clusters} clusters (at most 1000 ms)`,
    inMs(preview.previewMs),
  ],
  ["of it, fetching the commit", inMs(preview.fetchMs)],
  ["of it, the diff (at most 100 ms)", inMs(preview.diffMs)],
  ["of it, the comment", inMs(preview.commentMs)],
  ["rendering what it is compared with, once", inMs(preview.baseMs)],
];
const width = Math.max(...rows.map(([name]) => name.length));
const table = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
await Deno.stdout.write(new TextEncoder().encode(
  `${table.join("\n")}\n${JSON.stringify({ cold, charts, preview })}\n`,
));

function inMs(ms: number | undefined): string {
  return ms === undefined ? NOT_MEASURED : `${ms.toFixed(0)} ms`;
}

function timesFaster(otherMs: number | undefined): string {
  if (otherMs === undefined) return NOT_MEASURED;
  return (otherMs / charts.renderMs).toFixed(1);
}
