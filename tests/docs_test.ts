import { assert, assertEquals, assertMatch } from "@std/assert";
import { ALL_RULES } from "../tools/docs/all_rules.ts";
import { documentUrl } from "../tools/docs/document_url.ts";
import { DOCUMENTS } from "../tools/docs/documents.ts";
import { formatted } from "../tools/docs/markdown.ts";

for (const [path, write] of DOCUMENTS) {
  Deno.test(`${path} is what the code says: run deno task docs`, async () => {
    const text = await Deno.readTextFile(documentUrl(path));
    assertEquals(text, await formatted(write()));
  });
}

Deno.test("finding rules have well-formed ids that differ", () => {
  const ids = ALL_RULES.map(({ id }) => id);
  assert(ids.length > 80);
  assertEquals([...new Set(ids)], ids);
  for (const id of ids) assertMatch(id, /^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
});

Deno.test("finding rules say what is wrong and how to put it right in sentences", () => {
  for (const { id, summary, remedy } of ALL_RULES) {
    for (const sentence of [summary, remedy]) {
      assertMatch(sentence, /^[A-Z].*[.?]$/s, id);
    }
  }
});
