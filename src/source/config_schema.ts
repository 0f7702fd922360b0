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
  const schema = z.toJSONSchema(renderConfigSchema, { io: "input" });
  const { $schema, ...rest } = schema;
  const document = {
    $schema,
    title: "RenderConfig",
    description:
      "The configuration of a dry source: k0render.yaml at its root.",
    ...rest,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
