/**
 * Short lists of a comment: guards, warnings, unknown units, findings.
 *
 * @module
 */

import type { Comparison, GuardOutcome } from "../../diff/comparison.ts";
import type { EffectGroup, UnknownUnit } from "../../diff/comparison.ts";
import type { Severity } from "../../model/mod.ts";
import type { PreviewFinding } from "../preview.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { unitTitle } from "../words/units.ts";
import { code, prose } from "./escape.ts";
import type { BlockGroup } from "./fit.ts";

const SHOWN = 3;
const ACKNOWLEDGE = "k0render.dev/acknowledge";
const ICONS: Readonly<Record<Severity, string>> = {
  error: "❌",
  warning: "⚠️",
  notice: "ℹ️",
};
const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

/**
 * The guards that did not simply keep still.
 *
 * @param comparison What they look at.
 * @returns A list, with what to write to accept the effects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(guardNotes(emptyComparison()).total, 0);
 * ```
 */
export function guardNotes({ guards }: Comparison): BlockGroup {
  const tripped = guards.filter(({ state }) => state === "tripped");
  const accepted = guards.filter(({ state }) => state === "acknowledged");
  return list("", [...tripped, ...accepted], {
    line: guardNote,
    what: "guard",
  });
}

function guardNote({ guard, limit, state, ...rest }: GuardOutcome): string {
  const name = `**Guard** ${code(guard)}: ${prose(limit)}`;
  const effects = countOf(rest.effects.length, "effect");
  if (state !== "tripped") return `☑️ ${name} · ${effects} acknowledged`;
  const { named, more } = firstOf(rest.acknowledgements, SHOWN);
  const accept = named.map((text) => code(text)).join(", ") +
    (more === 0 ? "" : ` and ${formatCount(more)} more`);
  const how = accept === ""
    ? ""
    : ` · to accept it, add to ${code(ACKNOWLEDGE)} in the source: ${accept}`;
  return `🛑 ${name} · ${effects} against it${how}`;
}

/**
 * What to know before a change is merged.
 *
 * @param groups The effects that it has.
 * @returns A list, each warning once.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(warningNotes([]).total, 0);
 * ```
 */
export function warningNotes(groups: readonly EffectGroup[]): BlockGroup {
  const warnings = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const warning of group.warnings) {
      const clusters = warnings.get(warning) ?? new Set();
      warnings.set(warning, clusters);
      for (const { cluster } of group.members) {
        if (cluster !== undefined) clusters.add(cluster);
      }
    }
  }
  const line = ([warning, clusters]: [string, Set<string>]) =>
    `⚠️ ${prose(warning)}${
      clusters.size < 2 ? "" : ` (${countOf(clusters.size, "cluster")})`
    }`;
  return list("**Before you merge**\n\n", [...warnings], {
    line,
    what: "warning",
  });
}

/**
 * The units of which one side could not be rendered.
 *
 * @param comparison What they are part of.
 * @returns A list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assertEquals(unknownNotes(emptyComparison()).total, 0);
 * ```
 */
export function unknownNotes({ unknown }: Comparison): BlockGroup {
  const line = ({ unit, side, findings }: UnknownUnit) => {
    const why = findings[0] === undefined
      ? ""
      : `: ${prose(findings[0].message)}`;
    return `${code(unitTitle(unit))} could not be rendered ${
      side === "before" ? "before the change" : "with the change"
    }${why}`;
  };
  return list(
    "**❔ Unknown**: nobody knows what becomes of these, and none counts as deleted.\n\n",
    unknown,
    { line, what: "unit" },
  );
}

/**
 * What is wrong with the head and was not with the base.
 *
 * @param findings The findings.
 * @returns A list, errors first, under their numbers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(findingNotes([]).total, 0);
 * ```
 */
export function findingNotes(
  findings: readonly PreviewFinding[],
): BlockGroup {
  const bySeverity = SEVERITIES.map((severity) =>
    findings.filter(({ finding }) => finding.severity === severity)
  );
  const counts = bySeverity.flatMap((some, index) =>
    some.length === 0 ? [] : [countOf(some.length, SEVERITIES[index] ?? "")]
  );
  return list(`**New findings**: ${counts.join(", ")}\n\n`, bySeverity.flat(), {
    line: findingNote,
    what: "finding",
  });
}

function findingNote({ finding, location }: PreviewFinding): string {
  const place = location === undefined
    ? ""
    : `${code(`${location.file}:${location.line}`)} `;
  return `${ICONS[finding.severity]} ${place}${prose(finding.message)}`;
}

function list<Item>(
  open: string,
  items: readonly Item[],
  options: { line: (item: Item) => string; what: string },
): BlockGroup {
  return {
    open,
    parts: firstOf(items, SHOWN).named.map((item) =>
      `- ${options.line(item)}\n`
    ),
    total: items.length,
    more: (left) => `- ${countOf(left, `more ${options.what}`)}\n`,
    close: "\n",
  };
}
