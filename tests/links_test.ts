import { assertEquals } from "@std/assert";
import { anchor } from "../tools/docs/markdown.ts";

const ROOT = new URL("../", import.meta.url);
const LINK = /\[[^\]]*\]\(([^()\s]+)\)/g;
const FENCE = /^( *)(`{3,}|~{3,}).*\n[\s\S]*?^\1\2.*$/gm;

Deno.test("links in Markdown lead to files and headings that exist", async () => {
  const broken: string[] = [];
  for await (const url of markdownFiles(ROOT)) {
    const text = await Deno.readTextFile(url);
    for (const target of relativeLinks(text)) {
      if (!await leadsSomewhere(new URL(target, url))) {
        broken.push(`${url.pathname.slice(ROOT.pathname.length)}: ${target}`);
      }
    }
  }
  assertEquals(broken, []);
});

Deno.test("links of documents that are not there are found", () => {
  assertEquals(
    relativeLinks("[a](b.md#c) [d](https://example.com)\n```\n[e](f)\n```\n"),
    ["b.md#c"],
  );
});

async function* markdownFiles(directory: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    if (isDirectory) yield* markdownFiles(new URL(`${name}/`, directory));
    else if (name.endsWith(".md")) yield new URL(name, directory);
  }
}

function relativeLinks(text: string): string[] {
  return [...text.replace(FENCE, "").matchAll(LINK)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

async function leadsSomewhere(url: URL): Promise<boolean> {
  const { hash } = url;
  const file = new URL(url);
  file.hash = "";
  try {
    const { isFile } = await Deno.stat(file);
    if (hash === "" || !isFile) return hash === "";
    return anchors(await Deno.readTextFile(file)).has(hash.slice(1));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function anchors(text: string): Set<string> {
  const headings = text.replace(FENCE, "").matchAll(/^#+ +(.+)$/gm);
  return new Set([...headings].map(([, heading = ""]) => anchor(heading)));
}
