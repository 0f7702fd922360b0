/**
 * What a change does to what runs, as text for people.
 *
 * @module
 */

import { styleText } from "node:util";
import type {
  Comparison,
  EffectGroup,
  GuardOutcome,
  UnknownUnit,
} from "../../diff/mod.ts";
import {
  type Cause,
  type EffectKind,
  formatIdentity,
  unitKey,
} from "../../model/mod.ts";
import type { ComparedSides, EnvironmentDiff } from "../compare_sides.ts";
import { fieldLines } from "./field_lines.ts";
import { printable } from "../../preview/mod.ts";

/** More of a kind are counted, not named. */
const MOST = 8;
const INDENT = "  ";

const COLOURS: Partial<Record<EffectKind, "red" | "yellow">> = {
  "delete": "red",
  "replace": "red",
  "will-fail": "red",
  "control-plane-rollout": "yellow",
  "service-uninstall": "yellow",
  "worker-rollout": "yellow",
};

/**
 * Writes what came of comparing two sides: the gravest first, and the same on
 * many clusters once.
 *
 * @param compared What came of it.
 * @param options Whether to use colours.
 * @returns The text, in which text from the repository is safe to show.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const findingSource = {
 *   tree: { files: [], findings: [] },
 *   locate: () => ({ line: 1, column: 1 }),
 * };
 * const compared = { base: "a", head: "b", environments: [], findings: [], findingSource };
 * assertEquals(diffText(compared, { colour: false }), "");
 * ```
 */
export function diffText(
  compared: ComparedSides,
  options: { colour: boolean },
): string {
  return compared.environments.map((environment) => {
    const lines = environmentLines(environment, { ...compared, ...options });
    return `${lines.join("\n")}\n`;
  }).join("\n");
}

function environmentLines(
  { name, comparison }: EnvironmentDiff,
  { base, head, colour }: ComparedSides & { colour: boolean },
): string[] {
  const title = printable(`${name} (${base} → ${head})`);
  if (comparison === undefined) return [`${title}: nothing may be committed`];
  const { groups, unknown, guards } = comparison;
  return [
    `${title}: ${summary(comparison)}`,
    ...groups.flatMap((group) => ["", ...groupLines(group, colour)]),
    ...block(unknown.map(unknownLine).map(printable)),
    ...block(guards.flatMap(guardLines).map(printable)),
  ];
}

function summary({ clusters, groups, unknown }: Comparison): string {
  const { created, deleted, changed } = clusters;
  const parts = [
    [changed.length, "changed"],
    [created.length, "created"],
    [deleted.length, "deleted"],
    [unknown.length, "unknown"],
  ] as const;
  const said = parts.filter(([count]) => count > 0)
    .map(([count, what], index) =>
      index === 0 ? `${clusterCount(count)} ${what}` : `${count} ${what}`
    );
  if (said.length > 0) return said.join(", ");
  return groups.length > 0 ? "no cluster changes" : "nothing that runs changes";
}

function groupLines(group: EffectGroup, colour: boolean): string[] {
  const word = group.kind.toUpperCase().replace(/-(?=[^-]*$)/, " ");
  const paint = COLOURS[group.kind];
  const shown = colour && paint !== undefined
    ? styleText([paint, "bold"], word)
    : word;
  const others = group.exceptions.flatMap((effect) => [
    `  unlike the others: ${effect.cluster ?? formatIdentity(effect.object)}`,
    ...fieldLines(effect.fields).map((line) => `  ${line}`),
  ]);
  const lines = [
    `  ${memberText(group)}`,
    ...firstOf(
      group.causes.map((cause) => `  because of ${causeText(cause)}`),
      INDENT,
    ),
    ...group.warnings.map((warning) => `  warning: ${warning}`),
    ...fieldLines(group.fields),
    ...firstOf(others, INDENT),
  ];
  return [
    `${shown}  ${printable(group.summary)}`,
    ...lines.map(printable),
  ];
}

function memberText({ members, objectKind }: EffectGroup): string {
  const clusters = new Set(members.flatMap(({ cluster }) => cluster ?? []));
  const objects = members.map(({ object }) => formatIdentity(object));
  if (clusters.size === 0) return firstOf(objects).join(", ");
  const named = firstOf([...clusters]).join(", ");
  const what = objects.length === 1 ? objects[0]! : objectKind;
  return clusters.size === 1
    ? `${what} of ${named}`
    : `${what} of ${clusterCount(clusters.size)}: ${named}`;
}

function causeText({ file, line, field, side }: Cause): string {
  const where = side === "before"
    ? `${file}:${line} (before)`
    : `${file}:${line}`;
  return field === "" ? where : `${where} ${field}`;
}

function unknownLine({ unit, side }: UnknownUnit): string {
  const name = unit.kind === "root" ? "the Flux entry point" : unitKey(unit);
  return `UNKNOWN  ${name}: it cannot be rendered ${side} the change`;
}

function guardLines(outcome: GuardOutcome): string[] {
  const { guard, limit, state, acknowledgements } = outcome;
  if (state === "kept") return [];
  const asked = state === "tripped"
    ? acknowledgements.map((each) => `  to accept it, acknowledge ${each}`)
    : [];
  return [`GUARD ${guard} ${state}: ${limit}`, ...firstOf(asked, INDENT)];
}

function block(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function firstOf(texts: readonly string[], indent = ""): readonly string[] {
  return texts.length <= MOST
    ? texts
    : [...texts.slice(0, MOST), `${indent}and ${texts.length - MOST} more`];
}

function clusterCount(count: number): string {
  return count === 1 ? "1 cluster" : `${count} clusters`;
}
