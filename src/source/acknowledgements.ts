/**
 * What people accept by name: the annotation `k0render.dev/acknowledge`.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  getField,
  makeFinding,
  type Origin,
  type Place,
} from "../model/mod.ts";
import { CONFIG_PATH } from "./dry_tree.ts";
import type { RenderConfig } from "./render_config.ts";
import { SOURCE_RULES } from "./rules.ts";

/** The annotation, on `k0render.yaml` or on a definition. */
export const ACKNOWLEDGE = "k0render.dev/acknowledge";

/** The effects that can be accepted by name. */
export const ACKNOWLEDGED_EFFECTS = [
  "delete",
  "replace",
  "control-plane-rollout",
  "service-uninstall",
] as const;

/** An effect on an object that somebody accepts. */
export interface Acknowledgement {
  /** As written: `delete:prod/eu1`. */
  readonly entry: string;
  readonly place: Place;
}

/** What is accepted, and what cannot be understood. */
export interface ReadAcknowledgements {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly findings: readonly Finding[];
}

/** `namespace/name` of a cluster, or a kind before the object's own name. */
const OBJECT =
  /^(?:[a-z0-9][a-z0-9.-]*\/[a-z0-9][a-z0-9.-]*|[A-Z][A-Za-z0-9]*(?:\/[a-z0-9][a-z0-9.:-]*){1,2})$/;

/**
 * Reads what is accepted by name.
 *
 * @param config The configuration.
 * @param definitions The definitions of an environment.
 * @returns The entries, and a finding for each that cannot be understood.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "./render_config.ts";
 * const annotations = { "k0render.dev/acknowledge": "delete:prod/eu1, delte:prod/eu2" };
 * const { acknowledgements, findings } = readAcknowledgements(
 *   { ...DEFAULT_CONFIG, metadata: { annotations } },
 *   [],
 * );
 * assertEquals(acknowledgements.map(({ entry }) => entry), ["delete:prod/eu1"]);
 * assertEquals(findings[0]?.remedy, 'Did you mean "delete:prod/eu2"?');
 * ```
 */
export function readAcknowledgements(
  config: RenderConfig,
  definitions: readonly Definition[],
): ReadAcknowledgements {
  const origin: Origin = { file: CONFIG_PATH, document: 0, line: 1 };
  const texts = [
    { text: getField(config.metadata?.annotations, ACKNOWLEDGE), origin },
    ...definitions.map(({ manifest, origin }) => ({
      text: getField(manifest.metadata.annotations, ACKNOWLEDGE),
      origin,
    })),
  ];
  const acknowledgements: Acknowledgement[] = [];
  const findings: Finding[] = [];
  for (const { text, origin } of texts) {
    if (typeof text !== "string") continue;
    const place = { origin, field: ["metadata", "annotations", ACKNOWLEDGE] };
    for (const entry of text.split(/[\s,]+/).filter((each) => each !== "")) {
      const finding = faultOf(entry, place);
      if (finding === undefined) acknowledgements.push({ entry, place });
      else findings.push(finding);
    }
  }
  return { acknowledgements, findings };
}

/**
 * A definition without what is accepted on it: that is no part of the object.
 *
 * @param definition The definition; an encrypted one is carried as it is.
 * @returns The definition, or a copy of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const annotations = { "k0render.dev/acknowledge": "delete:prod/eu1" };
 * const manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "a", annotations } };
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * assertEquals(withoutAcknowledgements({ manifest, origin }).manifest.metadata, { name: "a" });
 * ```
 */
export function withoutAcknowledgements(definition: Definition): Definition {
  const { manifest, verbatim } = definition;
  const { annotations, ...metadata } = manifest.metadata;
  if (verbatim !== undefined || !(ACKNOWLEDGE in (annotations ?? {}))) {
    return definition;
  }
  const { [ACKNOWLEDGE]: _, ...others } = annotations ?? {};
  const isEmpty = Object.keys(others).length === 0;
  return {
    ...definition,
    manifest: {
      ...manifest,
      metadata: isEmpty ? metadata : { ...metadata, annotations: others },
    } as Definition["manifest"],
  };
}

function faultOf(entry: string, place: Place): Finding | undefined {
  const colon = entry.indexOf(":");
  const [effect, object] = colon < 0
    ? [entry, ""]
    : [entry.slice(0, colon), entry.slice(colon + 1)];
  const isKnown = ACKNOWLEDGED_EFFECTS.some((each) => each === effect);
  const nearest = isKnown ? effect : didYouMean(effect, ACKNOWLEDGED_EFFECTS);
  if (isKnown && OBJECT.test(object)) return undefined;
  const problem = isKnown
    ? `"${object}" names no object`
    : `there is no effect "${effect}"`;
  const remedy = nearest !== undefined && OBJECT.test(object)
    ? { remedy: `Did you mean "${nearest}:${object}"?` }
    : {};
  return makeFinding(
    SOURCE_RULES["source/invalid-acknowledgement"],
    `Cannot read acknowledgement "${entry}": ${problem}`,
    { place, ...remedy },
  );
}
