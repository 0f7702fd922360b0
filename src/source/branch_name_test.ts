import { assertEquals } from "@std/assert";
import { isBranchName } from "./branch_name.ts";

Deno.test("isBranchName() takes what Git, forges and shells take for a branch", () => {
  const cases: [string, boolean][] = [
    ["rendered", true],
    ["rendered/prod-eu.1", true],
    ["environment/Prod_2", true],
    ["", false],
    ["-x", false],
    ["a/-x", false],
    [".hidden", false],
    ["a/.b", false],
    ["a..b", false],
    ["a//b", false],
    ["/a", false],
    ["a/", false],
    ["a.", false],
    ["a.lock", false],
    ["a.LOCK/b", false],
    ["a b", false],
    ["a\nb", false],
    ["a~1", false],
    ["a^", false],
    ["a:b", false],
    ["a@{1}", false],
    ["HEAD", false],
    ["refs/heads/a", false],
    ["ü", false],
    ["x".repeat(201), false],
  ];
  for (const [name, expected] of cases) {
    assertEquals(isBranchName(name), expected, name);
  }
});
