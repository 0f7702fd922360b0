/**
 * Compares rendered charts with the golden cases, as a table:
 * `deno task parity --charts DIR`, where DIR is the directory
 * `templates/cluster` of k0rdent/kcm at the commit that the cases name.
 *
 * @module
 */
// deno-lint-ignore-file no-console -- a tool for a terminal

import { type ParityRow, readParity } from "../tests/parity.ts";

const [flag, directory] = Deno.args;
if (flag !== "--charts" || directory === undefined) {
  console.error("Usage: deno task parity --charts DIR");
  Deno.exit(2);
}
const rows = await readParity(directory);
const table = rows.map((row) => [row.chart, ...numbersOf(row)] as const);
const sums = [0, 1, 2, 3, 4, 5].map((column) =>
  rows.reduce((sum, row) => sum + (numbersOf(row)[column] ?? 0), 0)
);
const HEAD = [
  "chart",
  "cases",
  "4 data",
  "4 bytes",
  "3 data",
  "3 bytes",
  "package",
];
for (const [name = "", ...numbers] of [HEAD, ...table, ["all", ...sums]]) {
  const cells = numbers.map((cell) => String(cell ?? "-").padStart(9));
  console.log(`${String(name).padEnd(24)}${cells.join("")}`);
}
const differences = rows.flatMap((row) => row.differences);
for (const difference of differences) console.error(difference);
if (differences.length > 0) Deno.exit(1);

function numbersOf(row: ParityRow): (number | undefined)[] {
  const { cases, helm4, helm3, packages } = row;
  return [cases, helm4.data, helm4.bytes, helm3.data, helm3.bytes, packages];
}
