/**
 * Kubernetes label selectors.
 *
 * @module
 */

import { getField } from "../model/mod.ts";

/** A requirement of a label selector. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[] | undefined;
}

/** A label selector, `metav1.LabelSelector`. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | undefined;
  readonly matchExpressions?: readonly LabelRequirement[] | undefined;
}

/**
 * Whether a selector asks for nothing. What that means differs: for
 * MultiClusterServices an empty selector selects no cluster.
 *
 * @param selector The selector; left out, it is empty.
 * @returns Whether it has no requirement.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isEmptySelector({ matchLabels: {} }));
 * ```
 */
export function isEmptySelector(selector: LabelSelector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length === 0 &&
    (selector?.matchExpressions ?? []).length === 0;
}

/**
 * Whether labels meet all requirements of a selector.
 *
 * @param selector The selector.
 * @param labels The labels.
 * @returns Whether they match.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(selects({ matchLabels: { env: "dev" } }, { env: "dev", team: "a" }));
 * ```
 */
export function selects(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  const equal = Object.entries(selector.matchLabels ?? {})
    .every(([key, value]) => getField(labels, key) === value);
  return equal &&
    (selector.matchExpressions ?? []).every((one) => meets(one, labels));
}

function meets(
  requirement: LabelRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const label = getField(labels, requirement.key);
  const values: readonly unknown[] = requirement.values ?? [];
  switch (requirement.operator) {
    case "In":
      return label !== undefined && values.includes(label);
    case "NotIn":
      return label === undefined || !values.includes(label);
    case "Exists":
      return label !== undefined;
    case "DoesNotExist":
      return label === undefined;
    default:
      return false;
  }
}
