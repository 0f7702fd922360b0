import { assertEquals } from "@std/assert";
import { renderConfigJsonSchema } from "./config_schema.ts";

Deno.test("renderConfigJsonSchema() is what docs/schema publishes: run deno task schema", async () => {
  const url = new URL("../../docs/schema/renderconfig.json", import.meta.url);
  assertEquals(await Deno.readTextFile(url), renderConfigJsonSchema());
});

Deno.test("renderConfigJsonSchema() describes every setting", () => {
  const undescribed: string[] = [];
  visit(JSON.parse(renderConfigJsonSchema()), "", undescribed);
  assertEquals(undescribed, []);
});

interface Schema {
  readonly description?: string;
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function visit(schema: Schema, path: string, undescribed: string[]): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = `${path}.${name}`;
    const isFixed = property.const !== undefined;
    if (property.description === undefined && !isFixed) undescribed.push(field);
    visit(property, field, undescribed);
    if (property.items !== undefined) visit(property.items, field, undescribed);
  }
}
