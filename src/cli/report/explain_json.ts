/**
 * Explanations as JSON, in the shape of docs/reference/json.md.
 *
 * @module
 */

import type {
  Answer,
  Claim,
  ExplainedObject,
  ExplainedValue,
  OwnText,
  Source,
} from "../../explain/mod.ts";
import { LAYER_RULES } from "../../explain/mod.ts";
import { formatPath } from "../../model/mod.ts";
import type { Places } from "./explain_places.ts";

/**
 * An answer as JSON.
 *
 * @param answer The answer.
 * @param places Finds the places of what it names.
 * @returns A value to serialise.
 */
export function answerJson(
  answer: Answer,
  places: Places,
): Record<string, unknown> {
  const { inputs, values, objects, services, standing } = answer;
  return {
    fields: inputs.map(({ path, value, place, reaches }) => ({
      path: formatPath(path),
      value,
      ...(place === undefined ? {} : { location: places.ofPlace(place) }),
      reaches: reaches.map(reachedJson),
    })),
    values: values.map((value) => valueJson(value, places)),
    objects: objects.map((object) => objectJson(object, places)),
    services: services.map(({ place, ...service }) => ({
      ...service,
      location: places.ofPlace(place),
    })),
    ...(standing === undefined ? {} : {
      namedBy: standing.namedBy.map(({ object, place }) => ({
        object,
        location: places.ofPlace(place),
      })),
      selects: standing.selects,
      copies: standing.copies,
    }),
  };
}

function valueJson(explained: ExplainedValue, places: Places) {
  const { path, value, winner, overridden, reaches } = explained;
  return {
    path: formatPath(path),
    ...(value === undefined ? {} : { value }),
    winner: claimJson(winner, places),
    overridden: overridden.map((claim) => claimJson(claim, places)),
    reaches: reaches.map(reachedJson),
  };
}

function objectJson(explained: ExplainedObject, places: Places) {
  const { object, applied, template, reasons, fields } = explained;
  return {
    object,
    applied,
    ...(template === undefined ? {} : { template }),
    reasons: reasons.map((source) => sourceJson(source, places)),
    fields: fields.map(({ path, value, from, own, overridden }) => ({
      path: formatPath(path),
      value,
      from: from.map(({ source, role, together }) => ({
        role,
        ...sourceJson(source, places),
        ...(together.length === 0 ? {} : {
          together: together.map((other) => sourceJson(other, places)),
        }),
      })),
      ...(own === undefined ? {} : { own: ownJson(own, places) }),
      overridden: overridden.map((claim) => claimJson(claim, places)),
    })),
  };
}

function claimJson({ layer, value, sources }: Claim, places: Places) {
  return {
    layer,
    ...(layer === "default" || layer === "config" || layer === "declared" ||
        layer === "rule"
      ? {}
      : { rule: LAYER_RULES[layer] }),
    ...(value === undefined ? {} : { value }),
    from: sources.map((source) => sourceJson(source, places)),
  };
}

function sourceJson(source: Source, places: Places) {
  const { kind, field, value, object, rule } = source;
  const location = places.ofSource(source);
  return {
    kind,
    field: formatPath(field),
    value,
    ...(object === undefined ? {} : { object }),
    ...(location === undefined ? {} : { location }),
    ...(rule === undefined ? {} : { rule }),
  };
}

function ownJson(own: OwnText, places: Places) {
  switch (own.kind) {
    case "template": {
      const { file, line } = own.line;
      return { kind: own.kind, location: places.ofTemplate(file, line) };
    }
    case "rule":
      return { kind: own.kind, ...own.rule };
    default:
      return own;
  }
}

function reachedJson(
  { object, path, role }: ExplainedValue["reaches"][number],
) {
  return { object, path: formatPath(path), role };
}
