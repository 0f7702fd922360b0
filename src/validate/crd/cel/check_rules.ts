/**
 * Holding an object against the rules of its CRD.
 *
 * @module
 */

import type { FieldPath } from "../../../model/mod.ts";
import type { Problem, UncheckedRule, Verdict } from "../problem.ts";
import type { CelValue } from "./cel_value.ts";
import { costOf } from "./cost.ts";
import { type Expression, summaryOf } from "./expression.ts";
import { fieldPathOf } from "./field_path.ts";
import { longestOf } from "./longest.ts";
import type { ReadRule, RuleTree } from "./rule_tree.ts";

/** The most steps of one evaluation, as an API server allows them. */
const MOST_STEPS = 1_000_000;

/** The most steps of all rules of an object, likewise. */
const MOST_STEPS_OF_OBJECT = 10_000_000;

/**
 * Checks an object against the rules of its CRD. Rules that compare it with
 * what it was before are left out: nobody knows that here.
 *
 * @param object The object, as CEL sees it.
 * @param tree The rules.
 * @returns What the object breaks, and which rules could not be evaluated.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readRules } from "./rule_tree.ts";
 * const rule = { rule: "has(self.a)", message: "a must be set." };
 * const tree = readRules({ "x-kubernetes-validations": [rule] })!;
 * assertEquals(checkRules(new Map(), tree).problems[0]?.detail, "a must be set");
 * ```
 */
export function checkRules(object: CelValue, tree: RuleTree): Verdict {
  const check = new RuleCheck("state");
  check.visit({ self: object, old: undefined }, tree, []);
  return check;
}

/**
 * Checks a change of an object against the rules of its CRD that compare it
 * with what it was before. As in an API server, they are asked only of fields
 * that are there on both sides.
 *
 * @param change The object before and after, as CEL sees it.
 * @param tree The rules.
 * @returns What the change breaks, and which rules could not be evaluated.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readRules } from "./rule_tree.ts";
 * const rule = { rule: "self.a == oldSelf.a", message: "a is immutable." };
 * const tree = readRules({ "x-kubernetes-validations": [rule] })!;
 * const change = { before: new Map([["a", 1n]]), after: new Map([["a", 2n]]) };
 * assertEquals(checkTransition(change, tree).problems[0]?.detail, "a is immutable");
 * ```
 */
export function checkTransition(
  { before, after }: { readonly before: CelValue; readonly after: CelValue },
  tree: RuleTree,
): Verdict {
  const check = new RuleCheck("transition");
  check.visit({ self: after, old: before }, tree, []);
  return check;
}

/** A value, and what it was before where that is known. */
interface Seen {
  readonly self: CelValue;
  readonly old: CelValue;
}

class RuleCheck implements Verdict {
  readonly problems: Problem[] = [];
  readonly unchecked: UncheckedRule[] = [];
  readonly #about: "state" | "transition";
  #steps = 0;

  constructor(about: "state" | "transition") {
    this.#about = about;
  }

  visit({ self, old }: Seen, tree: RuleTree, path: FieldPath): void {
    if (self === null || self === undefined) return;
    if (this.#about === "transition" && (old ?? undefined) === undefined) {
      return;
    }
    if (tree.rules.length > 0) this.#checkAll({ self, old }, tree.rules, path);
    if (self instanceof Map) {
      for (const [key, value] of self) {
        const field = tree.fields.get(key);
        const inner = field?.tree ?? tree.items;
        if (!inner) continue;
        const was = old instanceof Map ? old.get(key) : undefined;
        const at = [...path, field?.name ?? key];
        this.visit({ self: value, old: was }, inner, at);
      }
    } else if (Array.isArray(self) && tree.items) {
      for (const [index, item] of self.entries()) {
        const was = sameItem(item, old, tree.keys);
        this.visit({ self: item, old: was }, tree.items, [...path, index]);
      }
    }
  }

  #checkAll(seen: Seen, rules: readonly ReadRule[], path: FieldPath): void {
    const longest = longestOf(seen.self);
    for (const rule of rules) {
      const reason = this.#check(rule, { seen, longest, path });
      if (reason !== undefined) {
        this.unchecked.push({ rule: rule.source.rule, reason });
      }
    }
  }

  /** Returns why the rule could not be evaluated. */
  #check(
    { source, expression, message }: ReadRule,
    { seen, longest, path }: {
      readonly seen: Seen;
      readonly longest: number;
      readonly path: FieldPath;
    },
  ): string | undefined {
    if (expression.kind === "broken") {
      return this.#about === "state" ? expression.reason : undefined;
    }
    if (expression.isTransition !== (this.#about === "transition")) {
      return undefined;
    }
    if (!this.#affords(expression, longest)) {
      return "it could take too many steps";
    }
    const holds = evaluate(expression, seen);
    if (holds.kind === "failed") return holds.reason;
    if (holds.value === true) return undefined;
    const spoken = message?.kind === "expression" &&
        this.#affords(message, longest)
      ? evaluate(message, seen)
      : undefined;
    const text = spoken?.kind === "done" && typeof spoken.value === "string"
      ? spoken.value.trim()
      : "";
    this.problems.push({
      rule: "crd/broken-rule",
      path: [...path, ...fieldPathOf(source.fieldPath)],
      detail: trimPeriod(
        text || source.message?.trim() || `the rule "${source.rule}" fails`,
      ),
    });
    return undefined;
  }

  #affords({ shape }: Expression, longest: number): boolean {
    const cost = costOf(shape, longest);
    if (cost > MOST_STEPS) return false;
    this.#steps += cost;
    return this.#steps <= MOST_STEPS_OF_OBJECT;
  }
}

type Evaluation =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly reason: string };

function evaluate(
  { evaluate }: Expression,
  { self, old }: Seen,
): Evaluation {
  try {
    return { kind: "done", value: evaluate({ self, oldSelf: old }) };
  } catch (error) {
    return { kind: "failed", reason: summaryOf(error) };
  }
}

/** Items of a list are the same where their keys are; without keys none is. */
function sameItem(
  item: CelValue,
  old: CelValue,
  keys: readonly string[] | undefined,
): CelValue {
  if (!(item instanceof Map) || !Array.isArray(old) || !keys) return undefined;
  return old.find((other) =>
    other instanceof Map &&
    keys.every((key) => other.get(key) === item.get(key))
  );
}

function trimPeriod(text: string): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}
