import { assert, assertEquals } from "@std/assert";
import { FORGE_KINDS } from "../src/forge/mod.ts";
import { readServiceConfig } from "../src/service/mod.ts";

const GUIDE = new URL("../docs/guides/forges.md", import.meta.url);
const guide = await Deno.readTextFile(GUIDE);

Deno.test("docs/guides/forges.md shows a configuration for each forge", async () => {
  const path = await Deno.makeTempFile();
  const kinds = new Set<string>();
  for (const [, text = ""] of guide.matchAll(/```yaml \S+\n([^]*?)```/g)) {
    await Deno.writeTextFile(path, text);
    const { forge } = await readServiceConfig(path);
    assert(forge !== undefined, text);
    kinds.add(forge.kind);
  }
  await Deno.remove(path);
  assertEquals(kinds, new Set(FORGE_KINDS));
});
