/**
 * What the templates of a chart wrote, as documents in their order.
 *
 * @module
 */

import type { Value } from "../../../model/mod.ts";
import { loadYamlAll, YamlError } from "../../../yaml/mod.ts";
import { HELM_RULES } from "../rules.ts";
import type { HelmVersion } from "./chart.ts";
import { type ChartError, chartError } from "./chart_error.ts";
import { inInstallOrder } from "./install_order.ts";
import { readHead } from "./manifest_head.ts";
import { isPartial } from "./scope.ts";
import { splitManifests } from "./split_manifests.ts";

/** A document that a template wrote. */
export interface RenderedDocument {
  /** The template's name. */
  readonly template: string;
  /** The document as it was written. */
  readonly text: string;
  /** The object's kind; empty where it has none. */
  readonly kind: string;
  /** What the text says; `null` where there are only comments. */
  readonly value: Value;
}

/** Documents by what Helm does with them. */
export interface Manifests {
  readonly documents: readonly RenderedDocument[];
  /** What Helm applies on its own, at certain events. */
  readonly hooks: readonly RenderedDocument[];
}

const EVENTS = new Set([
  "pre-install",
  "post-install",
  "pre-delete",
  "post-delete",
  "pre-upgrade",
  "post-upgrade",
  "pre-rollback",
  "post-rollback",
  "test",
  "test-success",
]);

/**
 * Reads what templates wrote.
 *
 * @param outputs What each template wrote: its name → text.
 * @param helm The Helm to follow.
 * @returns The documents in the order in which Helm installs them. One with a
 * hook that Helm does not know is left out, as Helm does.
 * @throws {ChartError} Where a document is not YAML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outputs = new Map([["own/templates/a.yaml", "kind: Pod\n---\nkind: Secret\n"]]);
 * const { documents } = sortManifests(outputs, 4);
 * assertEquals(documents.map(({ kind }) => kind), ["Secret", "Pod"]);
 * ```
 */
export function sortManifests(
  outputs: ReadonlyMap<string, string>,
  helm: HelmVersion,
): Manifests {
  const documents: RenderedDocument[] = [];
  const hooks: RenderedDocument[] = [];
  for (const template of [...outputs.keys()].sort()) {
    if (isPartial(template)) continue;
    for (const text of splitManifests(outputs.get(template) ?? "", helm)) {
      const { document, hook } = readDocument(template, text);
      if (hook === undefined) documents.push(document);
      else if (hook.every((event) => EVENTS.has(event))) hooks.push(document);
    }
  }
  return {
    documents: inInstallOrder(documents, helm),
    hooks: inInstallOrder(hooks, helm),
  };
}

function readDocument(template: string, text: string) {
  const value = readValue(template, text);
  const head = readHead(value);
  if (typeof head === "string") throw unreadable(template, head);
  const { kind, hook } = head;
  return { document: { template, text, kind, value }, hook };
}

function readValue(template: string, text: string): Value {
  try {
    const [value = null, ...others] = loadYamlAll(text);
    if (others.length === 0) return value;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const line = text.split("\n").slice(0, error.line)
      .findLast((line) => line.trim() !== "");
    throw unreadable(template, `${error.message}, at "${line?.trim()}"`);
  }
  // Helm would sort all of them by the first; none may get lost.
  throw unreadable(
    template,
    "what stands between two markers is no one document",
  );
}

function unreadable(template: string, reason: string): ChartError {
  const message = `Cannot read what the template writes: ${reason}`;
  return chartError(HELM_RULES["helm/output"], template, message);
}
