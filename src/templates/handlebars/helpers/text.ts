/**
 * Helpers for texts.
 *
 * @module
 */

import { normalize } from "node:path/posix";
import { joinTexts } from "../run.ts";
import { type Helpers, listOf, numberOf, textOf } from "./helper.ts";

/** Helpers for texts, in Sprig's order: the text comes last. */
export const TEXT_HELPERS: Helpers = {
  concat: {
    arity: [1, Infinity],
    call: (args) => joinTexts(args.map(textOf)),
  },
  join: {
    arity: [2, 2],
    call: ([separator, list]) =>
      joinTexts(listOf(list).map(textOf), textOf(separator)),
  },
  split: {
    arity: [2, 2],
    call: ([separator, text]) => textOf(text).split(textOf(separator)),
  },
  replace: {
    arity: [3, 3],
    call: ([from, to, text]) =>
      joinTexts(textOf(text).split(textOf(from)), textOf(to)),
  },
  trim: { arity: [1, 1], call: ([text]) => textOf(text).trim() },
  trimPrefix: {
    arity: [2, 2],
    call: ([prefix, text]) => trimPrefix(textOf(text), textOf(prefix)),
  },
  trimSuffix: {
    arity: [2, 2],
    call: ([suffix, text]) => trimSuffix(textOf(text), textOf(suffix)),
  },
  lower: { arity: [1, 1], call: ([text]) => textOf(text).toLowerCase() },
  upper: { arity: [1, 1], call: ([text]) => textOf(text).toUpperCase() },
  trunc: {
    arity: [2, 2],
    call: ([length, text]) => truncate(textOf(text), Number(numberOf(length))),
  },
  contains: {
    arity: [2, 2],
    call: ([part, text]) => textOf(text).includes(textOf(part)),
  },
  startsWith: {
    arity: [2, 2],
    call: ([prefix, text]) => textOf(text).startsWith(textOf(prefix)),
  },
  endsWith: {
    arity: [2, 2],
    call: ([suffix, text]) => textOf(text).endsWith(textOf(suffix)),
  },
  dnsLabel: {
    arity: [1, 1],
    call: ([text]) => trimSuffix(textOf(text).slice(0, 63), "-"),
  },
  dirname: { arity: [1, 1], call: ([path]) => directoryOf(textOf(path)) },
};

function trimPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function trimSuffix(text: string, suffix: string): string {
  return suffix !== "" && text.endsWith(suffix)
    ? text.slice(0, -suffix.length)
    : text;
}

/** As Sprig: a negative length keeps the end. */
function truncate(text: string, length: number): string {
  if (length >= 0) return text.slice(0, length);
  return text.length > -length ? text.slice(length) : text;
}

/** As Go's `path.Dir`: without the name, and without what a path need not say. */
function directoryOf(path: string): string {
  const directory = normalize(path.slice(0, path.lastIndexOf("/") + 1));
  return directory === "/" ? directory : trimSuffix(directory, "/");
}
