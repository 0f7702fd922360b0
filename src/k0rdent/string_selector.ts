/**
 * Label selectors written as one string: `env in (dev, test), !legacy`.
 *
 * @module
 */

import { getField } from "../model/mod.ts";
import type { Labels } from "./label_selector.ts";

/** Whether labels are what a selector asks for. */
export type LabelPredicate = (labels: Labels) => boolean;

/** A selector that was read, or why it could not be. */
export type StringSelector =
  | { readonly kind: "selector"; readonly matches: LabelPredicate }
  | { readonly kind: "problem"; readonly problem: string };

const TOKENS = /==|!=|[=<>!(),]|[^\s=<>!(),]+/g;
const SYMBOL = /^[=<>!(),]/;
const KEY =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]*[A-Za-z0-9])?)?$/;
const INTEGER = /^[-+]?\d+$/;

/** The longest name and value of a label. */
const LONGEST = 63;

class SelectorError extends Error {}

/**
 * Reads a selector as Kubernetes does.
 *
 * @param text The selector; an empty one selects everything.
 * @returns The selector, or what is wrong with the text.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const found = readSelector("env in (dev, test), !legacy");
 * assert(found.kind === "selector" && found.matches({ env: "dev" }));
 * assert(readSelector("env in dev").kind === "problem");
 * ```
 */
export function readSelector(text: string): StringSelector {
  const tokens = text.match(TOKENS) ?? [];
  try {
    const parts = [...readRequirements(tokens)];
    return {
      kind: "selector",
      matches: (labels) => parts.every((part) => part(labels)),
    };
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    return { kind: "problem", problem: error.message };
  }
}

function* readRequirements(tokens: string[]): Generator<LabelPredicate> {
  if (tokens.length === 0) return;
  yield readRequirement(tokens);
  while (tokens.length > 0) {
    expect(tokens, ",");
    yield readRequirement(tokens);
  }
}

function readRequirement(tokens: string[]): LabelPredicate {
  const isNegated = tokens[0] === "!";
  if (isNegated) tokens.shift();
  const key = readKey(tokens);
  if (isNegated) return (labels) => labelOf(labels, key) === undefined;
  const operator = tokens[0];
  if (operator === undefined || operator === ",") {
    return (labels) => labelOf(labels, key) !== undefined;
  }
  tokens.shift();
  switch (operator) {
    case "=":
    case "==":
      return isAmong(key, [readValue(tokens)]);
    case "!=":
      return not(isAmong(key, [readValue(tokens)]));
    case "in":
      return isAmong(key, readValues(tokens));
    case "notin":
      return not(isAmong(key, readValues(tokens)));
    case ">":
    case "<":
      return compares(key, operator, readValue(tokens));
    default:
      throw new SelectorError(`"${operator}" is no operator`);
  }
}

function readKey(tokens: string[]): string {
  const key = tokens.shift() ?? "";
  const name = key.slice(key.indexOf("/") + 1);
  if (!KEY.test(key) || name.length > LONGEST) {
    throw new SelectorError(`"${key}" is no label key`);
  }
  return key;
}

function readValue(tokens: string[]): string {
  const next = tokens[0] ?? ",";
  const value = SYMBOL.test(next) ? "" : tokens.shift() ?? "";
  if (!VALUE.test(value) || value.length > LONGEST) {
    throw new SelectorError(`"${value}" is no label value`);
  }
  return value;
}

function readValues(tokens: string[]): string[] {
  expect(tokens, "(");
  const values = [readValue(tokens)];
  while (tokens[0] === ",") {
    tokens.shift();
    values.push(readValue(tokens));
  }
  expect(tokens, ")");
  return values;
}

function expect(tokens: string[], wanted: string): void {
  const found = tokens.shift();
  if (found === wanted) return;
  throw new SelectorError(
    found === undefined
      ? `it ends where "${wanted}" is expected`
      : `"${found}" stands where "${wanted}" is expected`,
  );
}

function labelOf(labels: Labels, key: string): string | undefined {
  const value = getField(labels, key);
  return typeof value === "string" ? value : undefined;
}

function isAmong(key: string, values: readonly string[]): LabelPredicate {
  return (labels) => values.includes(labelOf(labels, key) as string);
}

function not(predicate: LabelPredicate): LabelPredicate {
  return (labels) => !predicate(labels);
}

function compares(key: string, operator: string, limit: string) {
  if (!INTEGER.test(limit)) {
    throw new SelectorError(`"${limit}" is no whole number`);
  }
  return (labels: Labels): boolean => {
    const value = labelOf(labels, key) ?? "";
    if (!INTEGER.test(value)) return false;
    const [a, b] = [BigInt(value), BigInt(limit)];
    return operator === ">" ? a > b : a < b;
  };
}
