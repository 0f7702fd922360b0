/**
 * Label selectors, and what they select.
 *
 * @module
 */

import { z } from "zod";
import { getField } from "../model/mod.ts";
import { stringMap } from "./fields.ts";

const expression = z.strictObject({
  key: z.string(),
  operator: z.enum(["In", "NotIn", "Exists", "DoesNotExist"]),
  values: z.array(z.string()).default([]),
}).check((context) => {
  const { operator, values } = context.value;
  const takesValues = operator === "In" || operator === "NotIn";
  if (takesValues === (values.length > 0)) return;
  context.issues.push({
    code: "custom",
    input: context.value,
    path: ["values"],
    message: takesValues
      ? `operator ${operator} needs at least one value`
      : `operator ${operator} takes no values`,
  });
});

/** A selector of objects by their labels. */
export const labelSelector = z.strictObject({
  matchLabels: stringMap.default({}),
  matchExpressions: z.array(expression).default([]),
});

/** A selector of objects by their labels; defaults filled in. */
export type LabelSelector = z.infer<typeof labelSelector>;

/** The labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Whether a selector asks for nothing.
 *
 * @param selector The selector.
 * @returns Whether it has neither labels nor expressions.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isEmptySelector({ matchLabels: {}, matchExpressions: [] }));
 * ```
 */
export function isEmptySelector(selector: LabelSelector): boolean {
  return selector.matchExpressions.length === 0 &&
    Object.keys(selector.matchLabels).length === 0;
}

/**
 * Whether an object's labels are what a selector asks for.
 *
 * @param selector The selector; an empty one selects everything, as it does in
 * Kubernetes. A MultiClusterService's empty selector selects nothing: ask
 * {@linkcode isEmptySelector} first.
 * @param labels The object's labels.
 * @returns Whether it is selected.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const selector = { matchLabels: { env: "prod" }, matchExpressions: [] };
 * assert(selects(selector, { env: "prod", team: "a" }));
 * assert(!selects(selector, { env: "dev" }));
 * ```
 */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  return Object.entries(selector.matchLabels)
    .every(([key, value]) => getField(labels, key) === value) &&
    selector.matchExpressions.every((item) => holds(item, labels));
}

function holds(item: z.infer<typeof expression>, labels: Labels): boolean {
  const value = getField(labels, item.key);
  const isListed = typeof value === "string" && item.values.includes(value);
  switch (item.operator) {
    case "In":
      return isListed;
    case "NotIn":
      return !isListed;
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}
