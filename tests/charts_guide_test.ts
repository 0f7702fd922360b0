import { assert, assertEquals } from "@std/assert";
import { readServiceConfig } from "../src/service/mod.ts";
import { readLock } from "../src/templates/helm/lock/mod.ts";

const GUIDE = new URL("../docs/guides/charts.md", import.meta.url);
const guide = await Deno.readTextFile(GUIDE);

function fence(name: string): string {
  const start = guide.indexOf(`\`\`\`yaml ${name}\n`);
  assert(start >= 0, name);
  const text = guide.slice(guide.indexOf("\n", start) + 1);
  return text.slice(0, text.indexOf("```"));
}

Deno.test("docs/guides/charts.md shows a lock that can be read", () => {
  const { lock, findings } = readLock(fence("k0render.lock"));
  assertEquals(findings, []);
  assertEquals(lock?.charts.length, 1);
});

Deno.test("docs/guides/charts.md shows a service configuration that can be read", async () => {
  const path = await Deno.makeTempFile();
  await Deno.writeTextFile(path, fence("service.yaml"));
  const { charts } = await readServiceConfig(path);
  await Deno.remove(path);
  assertEquals(charts.hosts.length, 5);
});
