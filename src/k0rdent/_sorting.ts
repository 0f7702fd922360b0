/**
 * Definitions by identity and by kind.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  groupOf,
  identityKey,
  identityOf,
  remember,
} from "../model/mod.ts";
import { recognise } from "./recognise.ts";

/** Ascending by identity, then by origin: the input's order does not count. */
export function byIdentity(
  definitions: readonly Definition[],
  findings: Finding[],
): Map<string, Definition[]> {
  const keyed = definitions.map(withKey);
  keyed.sort((a, b) =>
    compare(a.key, b.key) ||
    compareOrigins(a.recognised.definition, b.recognised.definition)
  );
  const groups = new Map<string, Definition[]>();
  for (const { key, recognised } of keyed) {
    findings.push(...recognised.findings);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [recognised.definition]);
    else group.push(recognised.definition);
  }
  return groups;
}

const withKey = remember((given: Definition) => {
  const recognised = recognise(given);
  const key = identityKey(identityOf(recognised.definition.manifest));
  return { key, recognised };
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareOrigins(a: Definition, b: Definition): number {
  return compare(a.origin.file, b.origin.file) ||
    a.origin.document - b.origin.document;
}

/** The definitions of each kind, by `group/kind`. */
export function byKind(
  definitions: Iterable<Definition>,
): Map<string, Definition[]> {
  const shelves = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const { apiVersion, kind } = definition.manifest;
    const key = `${groupOf(apiVersion)}/${kind}`;
    const shelf = shelves.get(key);
    if (shelf === undefined) shelves.set(key, [definition]);
    else shelf.push(definition);
  }
  return shelves;
}
