/**
 * What a change does to what runs, beside the lines that cause it.
 *
 * @module
 */

import {
  EFFECT_RULES,
  type EffectGroup,
  type EffectRule,
} from "../../diff/mod.ts";
import {
  type Cause,
  type EffectKind,
  type FindingRule,
  makeFinding,
  type Severity,
} from "../../model/mod.ts";
import type { LocatedFinding } from "../../service/mod.ts";
import type { ComparedSides } from "../compare_sides.ts";
import { sarifReport } from "./sarif_report.ts";

/** How much effects weigh; those not named are notices. */
const SEVERITIES: Partial<Record<EffectKind, Severity>> = {
  "delete": "error",
  "replace": "error",
  "will-fail": "error",
  "control-plane-rollout": "warning",
  "service-uninstall": "warning",
  "worker-rollout": "warning",
  "membership": "warning",
  "reconciliation": "warning",
};

/** The first clusters are named, the others counted. */
const MOST_CLUSTERS = 5;

/**
 * Makes a SARIF log of a comparison: a result for each effect at each line
 * that causes it, and one for each finding.
 *
 * @param compared What came of comparing two sides.
 * @param options What the change brings, with positions; k0render's version.
 * @returns A value for `JSON.stringify`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const findingSource = {
 *   tree: { files: [], findings: [] },
 *   locate: () => ({ line: 1, column: 1 }),
 * };
 * const compared = { base: "a", head: "b", environments: [], findings: [], findingSource };
 * const options = { findings: [], version: "0.1.0" };
 * assertEquals(diffSarif(compared, options).version, "2.1.0");
 * ```
 */
export function diffSarif(
  { environments }: ComparedSides,
  options: { findings: readonly LocatedFinding[]; version: string },
): Record<string, unknown> {
  const effects = environments.flatMap(({ name, comparison }) =>
    (comparison?.groups ?? []).flatMap((group) => groupFindings(group, name))
  );
  return sarifReport([...effects, ...options.findings], options.version);
}

function groupFindings(
  group: EffectGroup,
  environment: string,
): LocatedFinding[] {
  const { kind, summary, warnings } = group;
  const word = kind.replaceAll("-", " ");
  const message = [
    `${environment}, ${word}: ${summary} (${reachText(group)})`,
    ...warnings,
  ].join(". ");
  const finding = makeFinding(ruleOf(group), message);
  return group.causes.length === 0
    ? [{ finding, related: [] }]
    : group.causes.map((cause) => ({
      finding,
      location: locationOf(cause),
      related: [],
    }));
}

function ruleOf({ rule, kind }: EffectGroup): FindingRule {
  return {
    id: rule,
    severity: SEVERITIES[kind] ?? "notice",
    summary: EFFECT_RULES[rule as EffectRule] ?? rule,
    remedy: "Merge only what you want to happen.",
  };
}

function reachText({ members, objectKind }: EffectGroup): string {
  const clusters = [
    ...new Set(members.flatMap(({ cluster }) => cluster ?? [])),
  ];
  if (clusters.length === 0) return objectKind;
  const more = clusters.length - MOST_CLUSTERS;
  const named = clusters.slice(0, MOST_CLUSTERS).join(", ");
  return more > 0 ? `${named} and ${more} more` : named;
}

/** What was removed has no line any more. */
function locationOf({ file, line, side }: Cause) {
  return { file, line: side === "after" ? line : 1, column: 1 };
}
