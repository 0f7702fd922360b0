import {
  type FieldPath,
  getField,
  isMap,
  type Value,
  type ValueMap,
} from "../model/mod.ts";

/**
 * What a schema allows in one place, where it has a list of it.
 *
 * @param schema A JSON Schema.
 * @param path The place.
 * @returns The values of its `enum`; none where it has no such.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { properties: { arch: { enum: ["amd64", "arm64"] } } };
 * assertEquals(choicesAt(schema, ["arch"]), ["amd64", "arm64"]);
 * ```
 */
export function choicesAt(
  schema: ValueMap,
  path: FieldPath,
): readonly Value[] {
  let here: Value | undefined = schema;
  for (const step of path) {
    const items = getField(here, "items");
    here = typeof step === "number"
      ? items
      : getField(getField(here, "properties"), step) ??
        additional(getField(here, "additionalProperties"));
  }
  const choices = getField(here, "enum");
  return Array.isArray(choices) ? choices : [];
}

function additional(schema: Value | undefined): ValueMap | undefined {
  return isMap(schema) ? schema : undefined;
}
