import { assert, assertEquals, assertMatch } from "@std/assert";
import { ALL_RULES } from "../tools/docs/all_rules.ts";
import { DOCUMENTS, documentUrl } from "../tools/docs/documents.ts";
import { formatted } from "../tools/docs/markdown.ts";

const IDS = ALL_RULES.flatMap(({ rules }) => rules.map(({ id }) => id));

for (const [path, write] of DOCUMENTS) {
  Deno.test(`${path} is what the code says: run deno task docs`, async () => {
    const text = await Deno.readTextFile(documentUrl(path));
    assertEquals(text, await formatted(write()));
  });
}

Deno.test("finding rules have ids that differ and begin with their room", () => {
  assertEquals([...new Set(IDS)], IDS);
  for (const { room, rules } of ALL_RULES) {
    for (const { id } of rules) {
      assertMatch(id, new RegExp(`^${room}/[a-z0-9]+(-[a-z0-9]+)*$`));
    }
  }
});

Deno.test("finding rules say what is wrong and how to put it right in sentences", () => {
  for (const { id, summary, remedy } of ALL_RULES.flatMap((r) => r.rules)) {
    for (const sentence of [summary, remedy]) {
      assertMatch(sentence, /^[A-Z].*[.?]$/s, id);
    }
  }
});

Deno.test("finding rules of all rooms are documented", async () => {
  const src = documentUrl("src/");
  for await (const { name, isDirectory } of Deno.readDir(src)) {
    if (!isDirectory || !await isFile(new URL(`${name}/rules.ts`, src))) {
      continue;
    }
    assert(ALL_RULES.some(({ room }) => room === name), name);
  }
});

async function isFile(url: URL): Promise<boolean> {
  try {
    return (await Deno.stat(url)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
