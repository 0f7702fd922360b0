/**
 * The configuration's schema for editors and other tools.
 *
 * @module
 */

import { z } from "zod";
import { renderConfigSchema } from "./render_config.ts";

/**
 * The JSON Schema of `k0render.yaml`, as published in
 * `docs/schema/renderconfig.json`.
 *
 * @returns The text of the schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(JSON.parse(renderConfigJsonSchema()).title, "RenderConfig");
 * ```
 */
export function renderConfigJsonSchema(): string {
  return jsonSchema(renderConfigSchema, {
    title: "RenderConfig",
    description:
      "The configuration of a dry source: k0render.yaml at its root.",
  });
}

/**
 * The JSON Schema of what people write for a schema of ours.
 *
 * @param schema The schema.
 * @param about Its title and description.
 * @returns The text of the JSON Schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { z } from "zod";
 * const about = { title: "Odd", description: "An odd thing." };
 * assertEquals(JSON.parse(jsonSchema(z.string(), about)).title, "Odd");
 * ```
 */
export function jsonSchema(
  schema: z.ZodType,
  about: { readonly title: string; readonly description: string },
): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  const document = { $schema, ...about, ...rest };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
