/**
 * Functions that write texts: quoted, indented, repeated, wrapped.
 *
 * @module
 */

import { byteLength, fromBytes, toBytes } from "../go/byte_string.ts";
import { GoFailure } from "../go/failure.ts";
import { goPrint } from "../go/print.ts";
import { quote } from "../go/quote.ts";
import type { GoValue } from "../go/value.ts";
import { fn, type Functions, spend, variadic } from "./define.ts";
import { textOf } from "./text_of.ts";
import { wrapBytes } from "./wrap.ts";

/** Functions that write texts: quoted, indented, repeated, wrapped. */
export const TEXT_WRITE: Functions = {
  quote: variadic(
    ["any"],
    (_, values) => joined(values, (value) => quote(textOf(value))),
  ),
  squote: variadic(
    ["any"],
    (_, values) => joined(values, (value) => `'${goPrint(value)}'`),
  ),
  cat: variadic(["any"], (_, values) => joined(values, goPrint)),
  toString: fn(["any"], ([value]) => textOf(value)),
  indent: fn(["int", "string"], ([spaces, text], run) => {
    spend(run, text.length + Number(spaces) * lineCount(text));
    return indent(text, Number(spaces));
  }),
  nindent: fn(["int", "string"], ([spaces, text], run) => {
    spend(run, text.length + Number(spaces) * lineCount(text));
    return `\n${indent(text, Number(spaces))}`;
  }),
  repeat: fn(["int", "string"], ([count, text], run) => {
    spend(run, Number(count) * text.length);
    return repeat(text, Number(count));
  }),
  plural: fn(
    ["string", "string", "int"],
    ([one, many, count]) => count === 1n ? one : many,
  ),
  wrap: fn(
    ["int", "string"],
    ([width, text]) =>
      fromBytes(wrapBytes(toBytes(text), { width: Number(width) })),
  ),
  wrapWith: fn(["int", "string", "string"], ([width, separator, text], run) => {
    spend(run, byteLength(text) * (byteLength(separator) + 1));
    return fromBytes(
      wrapBytes(toBytes(text), { width: Number(width), separator }),
    );
  }),
};

/** What is nil is left out. */
function joined(
  values: readonly GoValue[],
  write: (value: GoValue) => string,
): string {
  return values.filter((value) => value !== null && value !== undefined)
    .map(write).join(" ");
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    count++;
  }
  return count;
}

function indent(text: string, spaces: number): string {
  const padding = repeat(" ", spaces);
  return padding + text.replaceAll("\n", `\n${padding}`);
}

function repeat(text: string, count: number): string {
  if (count < 0) throw new GoFailure("strings: negative Repeat count");
  return text.repeat(count);
}
