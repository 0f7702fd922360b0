import { assertEquals } from "@std/assert";
import { bareRepository, temporary, tryPlainGit } from "./_testing.ts";
import { isBranch } from "./ref.ts";

const REFUSED: readonly string[] = [
  "",
  "-x",
  "a/-x",
  "--force",
  "a..b",
  "a//b",
  "/a",
  "a/",
  "a.",
  ".a",
  "a/.b",
  "a.lock",
  "a.lock/b",
  "a b",
  "a\tb",
  "a\nb",
  "a~1",
  "a^",
  "a:b",
  "a?",
  "a*",
  "a[b",
  "a\\b",
  "a@{1}",
  "@",
  "a\u007f",
  "x".repeat(300),
];

for (const branch of REFUSED) {
  Deno.test(`isBranch() refuses ${JSON.stringify(branch.slice(0, 20))}`, () => {
    assertEquals(isBranch(branch), false);
  });
}

Deno.test("isBranch() accepts nothing that git refuses", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    for (
      const branch of [
        "main",
        "rendered/prod",
        "a-b_c.d",
        "ü",
        "a@b",
        "feature/x+y=z",
      ]
    ) {
      assertEquals(isBranch(branch), true);
      const { code } = await tryPlainGit(directory, [
        "check-ref-format",
        `refs/heads/${branch}`,
      ]);
      assertEquals(code, 0);
    }
  });
});
