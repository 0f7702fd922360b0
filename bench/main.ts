/**
 * Measures k0render against what git alone needs, in the same run.
 *
 * Prints a table, and the same as JSON after it. Figures of two runs do not
 * compare: only the ratios inside one run do.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { coldRender } from "./cold_render.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    clusters: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
  },
});

const result = await coldRender({
  clusters: Number(values.clusters),
  rounds: Number(values.rounds),
});

const rows = [
  [
    "cold render, repository to pushed commit",
    `${result.renderMs.toFixed(0)} ms`,
  ],
  ["git fast-import of the same files", `${result.fastImportMs.toFixed(0)} ms`],
  [
    "the same, with k0render's allocator setting",
    `${result.tunedFastImportMs.toFixed(0)} ms`,
  ],
  ["ratio to plain fast-import (at most 3)", result.ratio.toFixed(2)],
  ["clusters per second", result.clustersPerSecond.toFixed(0)],
  ["peak memory (at most 512 MiB)", `${result.peakMiB.toFixed(0)} MiB`],
  ["files written", String(result.files)],
];
const width = Math.max(...rows.map(([name = ""]) => name.length));
const table = rows.map(([name = "", value]) =>
  `${name.padEnd(width)}  ${value}`
);
await Deno.stdout.write(new TextEncoder().encode(
  `${table.join("\n")}\n${JSON.stringify(result)}\n`,
));
