import { assertEquals } from "@std/assert";
import { loadShape, renderShape } from "./shape.ts";

Deno.test("renderShape() yields exactly one object", () => {
  const object = "apiVersion: v1\nkind: A\nmetadata:\n  name: {{name}}\n";
  const table: [text: string, result: string | undefined][] = [
    [object, "a"],
    ["", "Cannot use the shape: it writes 0 objects instead of one"],
    [
      `${object}---\n${object}`,
      "Cannot use the shape: it writes 2 objects instead of one",
    ],
    ["a: {{nothing}}", 'Cannot read "nothing": there is no "nothing"'],
  ];
  for (const [text, result] of table) {
    const { shape } = loadShape("flux/receiver", { path: "a.hbs", text });
    const { object, problems } = renderShape(shape, { name: "a" });
    assertEquals(object?.metadata.name ?? problems[0]?.message, result);
  }
});
