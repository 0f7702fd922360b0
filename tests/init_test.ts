/**
 * A repository that `init` made is fine as it is.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { temporary } from "../src/git/_testing.ts";
import { k0render } from "./cli.ts";

Deno.test("init makes a repository that validates and renders", async () => {
  await temporary(async (root) => {
    const directory = join(root, "fleet");
    const { code, stdout } = await k0render("init", directory);
    assertEquals(code, 0);
    assertStringIncludes(stdout, `${directory}/clusters/first.yaml\n`);
    const validated = await k0render("validate", "--source", directory);
    assertEquals(validated.code, 0, validated.stdout);
    assert(!validated.stdout.includes("error:"));
    const out = join(root, "out");
    const rendered = await k0render(
      "render",
      "--source",
      directory,
      "--out",
      out,
    );
    assertEquals(rendered.code, 0, rendered.stderr);
    assert((await Deno.stat(join(out, "clusters/prod/first"))).isDirectory);
  });
});

Deno.test("init leaves a directory alone that holds something", async () => {
  await temporary(async (root) => {
    await Deno.writeTextFile(join(root, "mine.txt"), "");
    const { code, stderr } = await k0render("init", root);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "it is not empty");
    const entries = await Array.fromAsync(Deno.readDir(root));
    assertEquals(entries.map(({ name }) => name), ["mine.txt"]);
  });
});

Deno.test("render --out replaces what it wrote, and nothing else", async () => {
  await temporary(async (root) => {
    const [source, out] = [join(root, "fleet"), join(root, "out")];
    await k0render("init", source);
    const render = () => k0render("render", "--source", source, "--out", out);
    assertEquals([(await render()).code, (await render()).code], [0, 0]);
    const { code, stderr } = await k0render(
      "render",
      ...["--source", source, "--out", source],
    );
    assertEquals(code, 1);
    assertStringIncludes(stderr, "files that k0render did not write");
    assert((await Deno.stat(join(source, "k0render.yaml"))).isFile);
  });
});

Deno.test("render --out writes nothing among the definitions", async () => {
  await temporary(async (root) => {
    await k0render("init", root);
    const source = ["--source", root];
    const inside = join(root, "rendered");
    const { code, stderr } = await k0render(
      "render",
      ...[...source, "--out", inside],
    );
    assertEquals(code, 2);
    assertStringIncludes(stderr, "it is among the definitions");
    const hidden = join(root, ".rendered");
    await k0render("render", ...source, "--out", hidden);
    assertEquals((await k0render("validate", ...source)).code, 0);
  });
});
