/**
 * Functions that cut texts, counted in bytes as in Go.
 *
 * @module
 */

import { byteLength, sliceBytes } from "../go/byte_string.ts";
import { GoFailure } from "../go/failure.ts";
import { fn, type Functions } from "./define.ts";

/** Functions that cut texts, counted in bytes as in Go. */
export const TEXT_CUT: Functions = {
  trunc: fn(
    ["int", "string"],
    ([count, text]) => truncate(text, Number(count)),
  ),
  substr: fn(
    ["int", "int", "string"],
    ([start, end, text]) => substring(text, Number(start), Number(end)),
  ),
  abbrev: fn(
    ["int", "string"],
    ([width, text]) =>
      width < 4n ? text : abbreviate(text, { left: 0, width: Number(width) }),
  ),
  abbrevboth: fn(
    ["int", "int", "string"],
    ([left, right, text]) =>
      right < 4n || (left > 0n && right < 7n)
        ? text
        : abbreviate(text, { left: Number(left), width: Number(right) }),
  ),
};

/** A negative count keeps the end. */
function truncate(text: string, count: number): string {
  const length = byteLength(text);
  if (count < 0 && length + count > 0) return sliceBytes(text, length + count);
  return count >= 0 && length > count ? sliceBytes(text, 0, count) : text;
}

function substring(text: string, start: number, end: number): string {
  const length = byteLength(text);
  if (start < 0) {
    return checkedSlice(text, { start: 0, end, length, open: "end" });
  }
  if (end < 0 || end > length) {
    return checkedSlice(text, { start, end: length, length, open: "start" });
  }
  return checkedSlice(text, { start, end, length });
}

/** A slice that panics as Go's do. */
function checkedSlice(
  text: string,
  { start, end, length, open }: {
    readonly start: number;
    readonly end: number;
    readonly length: number;
    readonly open?: "start" | "end";
  },
): string {
  if (start <= end && end >= 0 && end <= length) {
    return sliceBytes(text, start, end);
  }
  const problem = open === "end"
    ? end < 0 ? `[:${end}]` : `[:${end}] with length ${length}`
    : `[${start}:${end}]`;
  throw new GoFailure(`runtime error: slice bounds out of range ${problem}`);
}

/** Puts three dots where the text is cut, at its end or at both. */
function abbreviate(
  text: string,
  { left, width }: { readonly left: number; readonly width: number },
): string {
  const length = byteLength(text);
  if (length <= width) return text;
  const room = width - 3;
  const start = Math.min(left, length - room);
  if (start <= 4) return `${sliceBytes(text, 0, room)}...`;
  if (width < 7) return "";
  if (start + room < length) {
    const rest = sliceBytes(text, start);
    return `...${abbreviate(rest, { left: 0, width: room })}`;
  }
  return `...${sliceBytes(text, length - room)}`;
}
