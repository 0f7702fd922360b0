/**
 * The values that a template package knows.
 *
 * @module
 */

import {
  getField,
  getPath,
  isMap,
  remember,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";

/**
 * What a key is to a package: a map whose keys it knows, any other value, a
 * key it does not know, or one that its schema refuses, which is an error of
 * its own when the package is rendered.
 */
export type KnownKey = "map" | "value" | "unknown" | "closed";

/** The values that a package knows. */
export interface KnownValues {
  /** What a key is in the map at a path. */
  child(path: readonly string[], key: string): KnownKey;
  /** The keys that are known in the map at a path. */
  keysAt(path: readonly string[]): string[];
  /** The paths of all known keys. */
  readonly all: readonly (readonly string[])[];
}

interface Node {
  readonly defaults: ValueMap;
  readonly schema: ValueMap;
  /** Those that were looked up before. */
  readonly children: Map<string, Node>;
}

/**
 * Gathers the values that a package knows from its schema and its defaults.
 *
 * @param source The package.
 * @returns The values.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = {
 *   defaults: { worker: { size: 1 } },
 *   schema: () => ({ properties: { region: { type: "string" } } }),
 * };
 * const values = packageValues(source);
 * assertEquals(values.keysAt([]), ["region", "worker"]);
 * assertEquals(values.child(["worker"], "siez"), "unknown");
 * ```
 */
export function packageValues(
  source: Pick<TemplatePackage, "defaults" | "schema">,
): KnownValues {
  const schema = source.schema();
  const root = makeNode(source.defaults, schema);
  return {
    child(path, key) {
      const parent = nodeAt(path);
      if (!keysOf(parent).includes(key)) {
        return isOpen(parent)
          ? "value"
          : parent.schema.additionalProperties === false
          ? "closed"
          : "unknown";
      }
      return isOpen(childOf(parent, key)) ? "value" : "map";
    },
    keysAt: (path) => keysOf(nodeAt(path)),
    all: [...pathsOf(root, [])],
  };

  function nodeAt(path: readonly string[]): Node {
    return path.reduce(childOf, root);
  }

  function childOf(node: Node, key: string): Node {
    const known = node.children.get(key);
    if (known !== undefined) return known;
    const child = makeNode(
      asMap(getField(node.defaults, key)),
      resolve(getField(node.schema.properties, key)),
    );
    node.children.set(key, child);
    return child;
  }

  /** Follows references within the schema; each can only be followed once. */
  function resolve(value: Value | undefined): ValueMap {
    let here = asMap(value);
    const seen = new Set<string>();
    while (typeof here.$ref === "string" && !seen.has(here.$ref)) {
      seen.add(here.$ref);
      const path = here.$ref.replace(/^#\//, "").split("/");
      here = asMap(getPath(schema, path));
    }
    return here;
  }

  function* pathsOf(
    node: Node,
    path: readonly string[],
  ): Generator<readonly string[]> {
    if (path.length > 20) return;
    for (const key of keysOf(node)) {
      yield [...path, key];
      yield* pathsOf(childOf(node, key), [...path, key]);
    }
  }
}

function makeNode(defaults: ValueMap, schema: ValueMap): Node {
  return { defaults, schema, children: new Map() };
}

const keysOf = remember(({ defaults, schema }: Node): string[] => {
  const properties = asMap(schema.properties);
  return [...new Set([...Object.keys(properties), ...Object.keys(defaults)])]
    .sort();
});

/** A map of which neither schema nor defaults name keys takes any. */
function isOpen(node: Node): boolean {
  const { schema } = node;
  return keysOf(node).length === 0 || isMap(schema.additionalProperties) ||
    schema.additionalProperties === true ||
    (schema.type !== undefined && schema.properties === undefined);
}

function asMap(value: Value | undefined): ValueMap {
  return isMap(value) ? value : {};
}
