/**
 * Sequences of integers.
 *
 * @module
 */

import { withType } from "../go/type_name.ts";
import type { GoValue } from "../go/value.ts";
import type { Run } from "../go/function.ts";
import { fn, type Functions, variadic } from "./define.ts";

/** Where a sequence starts, before what it ends, and by what it goes. */
interface Range {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
}

/** Sequences of integers. */
export const SEQUENCES: Functions = {
  until: fn(
    ["int"],
    ([stop], run) =>
      ints(count({ start: 0n, stop, step: stop < 0n ? -1n : 1n }, run)),
  ),
  untilStep: fn(
    ["int", "int", "int"],
    ([start, stop, step], run) => ints(count({ start, stop, step }, run)),
  ),
  seq: variadic(["int"], (_, params, run) => {
    const range = sequence(params);
    return range === undefined ? "" : count(range, run).join(" ");
  }),
};

function ints(values: bigint[]): GoValue {
  return withType(values as GoValue[], "[]int");
}

function count({ start, stop, step }: Range, run: Run): bigint[] {
  const values: bigint[] = [];
  if (stop < start ? step >= 0n : step <= 0n) return values;
  for (let at = start; step < 0n ? at > stop : at < stop; at += step) {
    run.step();
    values.push(at);
  }
  return values;
}

/** The range from first to last, the last included, as the tool `seq` has it. */
function sequence(params: readonly bigint[]): Range | undefined {
  const [first = 0n, second = 0n, third = 0n] = params;
  switch (params.length) {
    case 1:
      return including({ start: 1n, stop: first });
    case 2:
      return including({ start: first, stop: second });
    case 3:
      if (third < first && second > 0n) return undefined;
      return { ...including({ start: first, stop: third }), step: second };
  }
  return undefined;
}

function including(
  { start, stop }: { readonly start: bigint; readonly stop: bigint },
): Range {
  const step = stop < start ? -1n : 1n;
  return { start, stop: stop + step, step };
}
