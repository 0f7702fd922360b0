/**
 * Definitions that differ, field by field.
 *
 * @module
 */

import {
  type Cause,
  type Definition,
  type FieldChange,
  formatChangePath,
  identityKey,
  identityOf,
  type Side,
} from "../../model/mod.ts";
import type { DrySource } from "../../source/mod.ts";
import { diffManifests } from "../objects/mod.ts";
import { fieldOfPath } from "./field_of_path.ts";
import type { SourceChange } from "./source_change.ts";

/** The definitions of one side, and what finds lines in it. */
interface DefinitionSide {
  readonly source: Pick<DrySource, "locate">;
  readonly definitions: readonly Definition[];
}

/**
 * Finds the definitions that differ.
 *
 * @param before The definitions before the change.
 * @param after The definitions after the change.
 * @returns The changes: one for each field that differs, one for each
 * definition that came or went.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { locate: () => ({ line: 1, column: 1 }) };
 * const manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const definitions = [{ manifest, origin: { file: "a.yaml", document: 0, line: 1 } }];
 * const [change] = [...definitionChanges({ source, definitions: [] }, { source, definitions })];
 * assertEquals(change?.cause().file, "a.yaml");
 * ```
 */
export function* definitionChanges(
  before: DefinitionSide,
  after: DefinitionSide,
): Generator<SourceChange> {
  const left = byIdentity(before.definitions);
  const right = byIdentity(after.definitions);
  for (const [key, definition] of left) {
    const other = right.get(key);
    if (other === undefined) yield wholeChange(definition, "before");
    else if (definition.manifest !== other.manifest) {
      const fields = diffManifests(definition.manifest, other.manifest);
      for (const field of fields) {
        yield fieldChange(field, {
          before: { ...before, definition },
          after: { ...after, definition: other },
        });
      }
    }
  }
  for (const [key, definition] of right) {
    if (!left.has(key)) yield wholeChange(definition, "after");
  }
}

/** Of objects that are declared twice, the first one counts. */
function byIdentity(
  definitions: readonly Definition[],
): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const definition of definitions) {
    const key = identityKey(identityOf(definition.manifest));
    if (!found.has(key)) found.set(key, definition);
  }
  return found;
}

function wholeChange(definition: Definition, side: Side): SourceChange {
  const { manifest, origin } = definition;
  const object = identityOf(manifest);
  const { file, line } = origin;
  return {
    part: { kind: "definition", object },
    cause: () => ({ file, line, field: "", object, side }),
  };
}

function fieldChange(
  field: FieldChange,
  sides: Readonly<
    Record<Side, DefinitionSide & { readonly definition: Definition }>
  >,
): SourceChange {
  const isGone = field.after === undefined && field.order === undefined;
  const side = isGone ? "before" : "after";
  const { source, definition } = sides[side];
  const { manifest, origin } = definition;
  const object = identityOf(manifest);
  const path = fieldOfPath(manifest, field.path);
  return {
    part: { kind: "definition", object, field },
    cause: (): Cause => ({
      file: origin.file,
      // An item of a list has no key of its own to point to.
      line: source.locate({
        origin,
        field: path,
        key: typeof path.at(-1) === "string",
      }).line,
      field: formatChangePath(field.path),
      object,
      side,
    }),
  };
}
