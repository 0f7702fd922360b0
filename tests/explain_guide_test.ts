/**
 * The guide to explain and the README show what the command says.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { k0render } from "./cli.ts";

const GUIDE = new URL("../docs/guides/explain.md", import.meta.url);
const README = new URL("../README.md", import.meta.url);

Deno.test("docs/guides/explain.md shows what explain says", async () => {
  const shown = await readShown(GUIDE);
  assert(shown.length > 5);
  for (const { args, output } of shown) {
    const source = args.includes("--source") ? [] : ["--source", path("demo")];
    const { stdout, stderr } = await k0render(...args, ...source);
    assertEquals(output, stdout + stderr, args.join(" "));
  }
});

Deno.test("README.md shows what explain says", async () => {
  const shown = await readShown(README);
  assertEquals(shown.length, 1);
  for (const { args, output } of shown) {
    const { stdout } = await k0render(...args, "--source", path("starter"));
    assertStringIncludes(output, stdout);
  }
});

interface Shown {
  readonly args: readonly string[];
  readonly output: string;
}

/** The calls of explain in blocks of the shell, with what comes of them. */
async function readShown(document: URL): Promise<Shown[]> {
  const text = await Deno.readTextFile(document);
  const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, block = ""]) =>
    block.split(/^\$ /m).filter((call) => call.startsWith("k0render explain "))
  ).map((call) => {
    const [command = "", ...lines] = call.trimEnd().split("\n");
    return {
      args: command.split(" ").slice(1),
      output: `${lines.join("\n")}\n`,
    };
  });
}

function path(sample: string): string {
  return fromFileUrl(new URL(`../fixtures/${sample}`, import.meta.url));
}
