/**
 * Rendered objects that nobody declares, by their names.
 *
 * @module
 */

import {
  type Definition,
  type Identity,
  identityKey,
  identityOf,
} from "../model/mod.ts";
import { renderShared } from "../render/mod.ts";
import { namesOf } from "./find_object.ts";
import { type ExplainInput, writtenDefinitions } from "./subject.ts";

/** A rendered object, and the definition that it comes of. */
export interface Undeclared {
  readonly object: Identity;
  readonly definition: Definition;
}

/**
 * Finds the objects of a name that the layers and Regions have, and that
 * nobody declares: what KCM would make.
 *
 * @param input What the dry source is rendered from.
 * @param wanted The name, as `namespace/name` or `name`, and either with the
 * kind before it.
 * @returns The objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * const [found] = findUndeclared(demoScope(), "HelmChart/prod/dns");
 * assertEquals(found?.definition.manifest.kind, "ServiceTemplate");
 * ```
 */
export function findUndeclared(
  input: ExplainInput,
  wanted: string,
): Undeclared[] {
  const definitions = new Map(
    writtenDefinitions(input).map((each) => [each.origin, each]),
  );
  const found = new Map<string, Undeclared>();
  for (const unit of renderShared({ ...input, previous: new Map() })) {
    for (const { manifest, origin } of [...unit.applied, ...unit.review]) {
      const object = identityOf(manifest);
      const definition = definitions.get(origin);
      if (definition === undefined || !namesOf(object).includes(wanted)) {
        continue;
      }
      found.set(identityKey(object), { object, definition });
    }
  }
  return [...found.values()];
}
