/**
 * Explanations as text for people.
 *
 * @module
 */

import {
  type Answer,
  type Claim,
  type ExplainedField,
  type ExplainedInput,
  type ExplainedObject,
  type ExplainedValue,
  LAYER_RULES,
  type OwnText,
  type Reached,
  type ServiceClaim,
  type Source,
  type Standing,
} from "../../explain/mod.ts";
import { formatIdentity, formatPath, type Value } from "../../model/mod.ts";
import type { Places, SourceLocation } from "./explain_places.ts";

/** Longer values are cut off. */
const MAX_WIDTH = 72;

/** How many places that a value reaches are listed. */
const MAX_REACHED = 12;

/** Beyond this many values nobody wants to see what each one reaches. */
const MAX_VALUES = 8;

/**
 * An answer as text.
 *
 * @param answer The answer.
 * @param places Finds the places of what it names.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const answer = { inputs: [], values: [], objects: [], services: [] };
 * const places = {
 *   ofSource: () => undefined,
 *   ofPlace: () => ({ file: "a.yaml", line: 1, column: 1, in: "dry source" } as const),
 *   ofTemplate: () => ({ file: "a.hbs", line: 1, column: 1, in: "built-in" } as const),
 * };
 * assertEquals(answerText(answer, places), "");
 * ```
 */
export function answerText(answer: Answer, places: Places): string {
  const { inputs, values, objects, services, standing } = answer;
  const hasReached = inputs.length + values.length <= MAX_VALUES;
  const blocks = [
    ...inputs.map((input) => inputLines(input, places, hasReached)),
    ...values.map((value) => valueLines(value, places, hasReached)),
    ...objects.map((object) => objectLines(object, places)),
    servicesLines(services, places),
    standing === undefined ? [] : standingLines(standing, places),
  ];
  return blocks.filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function inputLines(
  { path, value, place, reaches }: ExplainedInput,
  places: Places,
  hasReached: boolean,
): string[] {
  return [
    `${formatPath(path)}: ${show(value)}`,
    place === undefined
      ? "  from a default of the kind"
      : `  from ${where(places.ofPlace(place))}`,
    ...(hasReached ? reachedLines(reaches) : []),
  ];
}

function valueLines(
  { path, value, winner, overridden, reaches }: ExplainedValue,
  places: Places,
  hasReached: boolean,
): string[] {
  const shown = value === undefined ? "(taken away)" : show(value);
  const isOpen = winner.layer === "config" || winner.layer === "default";
  const root = isOpen ? ["spec", "config"] : ["values"];
  return [
    `${formatPath([...root, ...path])}: ${shown}`,
    ...claimLines("from", winner, places).map(indent),
    ...overridden.flatMap((claim) =>
      claimLines(`overrides ${show(claim.value)}`, claim, places)
    ).map(indent),
    ...(hasReached ? reachedLines(reaches) : []),
  ];
}

function objectLines(
  { object, applied, template, reasons, fields }: ExplainedObject,
  places: Places,
): string[] {
  const head = `${formatIdentity(object)} (${
    applied ? "applied" : "for review"
  })`;
  return [
    template === undefined ? head : `${head}, by ${template}`,
    ...reasons.map((source) =>
      `  is there because of ${sourceText(source, places)}`
    ),
    ...fields.flatMap((field) => fieldLines(field, places)).map(indent),
  ];
}

function fieldLines(
  { path, value, from, own, overridden }: ExplainedField,
  places: Places,
): string[] {
  return [
    `${formatPath(path)}: ${show(value)}`,
    ...(own === undefined ? [] : [`  from ${ownText(own, places)}`]),
    ...from.map(({ source, role, together }) =>
      `  ${role === "gives" ? "from" : "depends on"} ${
        sourceText(source, places)
      }${together.length === 0 ? "" : ", named elsewhere too"}`
    ),
    ...overridden.flatMap((claim) =>
      claimLines(`overrides ${show(claim.value)}`, claim, places)
    ).map(indent),
  ];
}

function claimLines(
  verb: string,
  { layer, sources }: Claim,
  places: Places,
): string[] {
  const texts = sources.map((source) => sourceText(source, places));
  if (layer === "rule") return [`${verb} a rule of KCM`];
  if (layer === "default" || layer === "config" || layer === "declared") {
    return texts.map((text) => `${verb} ${text}`);
  }
  const declared = sources.some(({ kind }) => kind !== "rule");
  return [
    `${verb} a rule: ${LAYER_RULES[layer]}`,
    ...(declared ? texts.map((text) => `  ${text}`) : []),
  ];
}

function sourceText(source: Source, places: Places): string {
  const { kind, field, object, rule } = source;
  if (rule !== undefined) return `a rule: ${rule}`;
  const location = places.ofSource(source);
  const place = location === undefined ? "no line:" : where(location);
  const path = formatPath(field);
  if (kind === "default") return `${place} ${path} of the chart's own values`;
  return object === undefined
    ? `${place} ${path}`
    : `${place} ${path} of ${formatIdentity(object)}`;
}

function ownText(own: OwnText, places: Places): string {
  switch (own.kind) {
    case "template":
      return `${
        where(places.ofTemplate(own.line.file, own.line.line))
      } the template's own text`;
    case "template-file":
      return `${own.file}, the template's own text (line unknown)`;
    case "rule":
      return `a rule of ${own.rule.by}: ${own.rule.rule}`;
    case "unknown":
      return "unknown";
  }
}

function servicesLines(
  services: readonly ServiceClaim[],
  places: Places,
): string[] {
  return services.map(({ owner, place, wins, tier, ...service }) => {
    const { namespace, name, version, template } = service;
    const state = `${wins ? "wins" : "overridden"}${
      tier === undefined ? "" : `, tier ${show(tier)}`
    }`;
    return `service ${namespace}/${name} ${version}, ServiceTemplate ${template} (${state})
  from ${where(places.ofPlace(place))} of ${formatIdentity(owner)}`;
  });
}

function standingLines(
  { namedBy, selects, copies }: Standing,
  places: Places,
): string[] {
  return [
    ...namedBy.map(({ object, place }) =>
      `named by ${formatIdentity(object)} at ${where(places.ofPlace(place))}`
    ),
    ...selects.map((cluster) => `selects ClusterDeployment ${cluster}`),
    ...copies.map((copy) => `copied to ${formatIdentity(copy)}`),
  ];
}

function reachedLines(reaches: readonly Reached[]): string[] {
  const lines = reaches.slice(0, MAX_REACHED).map(({ object, path, role }) =>
    `  ${role === "gives" ? "reaches" : "decides on"} ${
      formatIdentity(object)
    } ${formatPath(path)}`
  );
  const left = reaches.length - lines.length;
  return left > 0 ? [...lines, `  and ${left} more`] : lines;
}

function where({ file, line, column, in: home }: SourceLocation): string {
  const place = `${file}:${line}:${column}`;
  return home === "dry source" ? place : `${place} (${home})`;
}

function show(value: Value | undefined): string {
  if (value === undefined) return "(nothing)";
  const text = typeof value === "bigint"
    ? String(value)
    : JSON.stringify(value);
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH - 1)}…` : text;
}

function indent(line: string): string {
  return `  ${line}`;
}
