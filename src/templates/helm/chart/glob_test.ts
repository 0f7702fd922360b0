import { assert, assertEquals } from "@std/assert";
import { parseGlob } from "./glob.ts";
import { parsePathPattern } from "./path_match.ts";
import { matches } from "./pattern.ts";

Deno.test("parseGlob() reads patterns as gobwas/glob", () => {
  const table: [pattern: string, path: string, expected: boolean][] = [
    ["*", "a.txt", true],
    ["*", "dir/a.txt", false],
    ["**", "dir/deep/a.txt", true],
    ["dir/**", "dir/deep/a.txt", true],
    ["dir/**", "dir", false],
    ["**/a.txt", "a.txt", false],
    ["?.txt", "a.txt", true],
    ["?.txt", "/.txt", false],
    ["[abc].txt", "b.txt", true],
    ["[!abc].txt", "b.txt", false],
    ["[a-c].txt", "c.txt", true],
    ["[!a-c].txt", "d.txt", true],
    ["{a,b*}.txt", "bcd.txt", true],
    ["{a,{b,c}d}.txt", "cd.txt", true],
    ["{a,b", "b", true],
    ["a,b", "a,b", true],
    ["\\*.txt", "*.txt", true],
    ["\\*.txt", "a.txt", false],
    ["[a", "anything/at all", true],
    ["[]", "anything", true],
    ["", "", true],
    ["", "a", false],
  ];
  for (const [pattern, path, expected] of table) {
    const found = matches(parseGlob(pattern), path);
    assertEquals(found, expected, `${pattern} ${path}`);
  }
});

Deno.test("parsePathPattern() reads patterns as Go's filepath.Match", () => {
  const table: [
    pattern: string,
    path: string,
    expected: boolean | undefined,
  ][] = [
    ["*.md", "README.md", true],
    ["*.md", "docs/README.md", false],
    ["docs/*/x", "docs/a/x", true],
    ["[a-c]x", "bx", true],
    ["[^a-c]x", "bx", false],
    ["{a,b}", "{a,b}", true],
    ["\\*", "*", true],
    ["[]a]", "a", undefined],
    ["[a", "a", undefined],
    ["[-x]", "x", undefined],
    ["a\\", "a", undefined],
  ];
  for (const [pattern, path, expected] of table) {
    const parsed = parsePathPattern(pattern);
    const found = parsed && matches(parsed, path);
    assertEquals(found, expected, `${pattern} ${path}`);
  }
});

Deno.test("matches() takes no more time for hostile patterns", () => {
  const pattern = parseGlob(`${"{*,**}".repeat(50)}x`);
  const start = performance.now();
  assert(!matches(pattern, "a".repeat(2_000)));
  assert(performance.now() - start < 20_000);
});
