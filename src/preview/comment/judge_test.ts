import { assertEquals } from "@std/assert";
import { faultsOf } from "./_judge.ts";

Deno.test("the judge of comments finds what is wrong with them", () => {
  const table: [string, string[]][] = [
    [
      "<details>\n<summary>a</summary>\n\n```diff\n+ a\n```\n\n</details>\n",
      [],
    ],
    ["```diff\n+ a\n", ["an open fence: + a"]],
    ["<details>\n\na\n", ["1 parts that are not closed"]],
    ["</details>\n", [
      "a part that is closed twice",
      "-1 parts that are not closed",
    ]],
    ["a <b>b</b>\n", ["HTML in a line: <b>", "HTML in a line: </b>"]],
    ["<div>\n", ["HTML that is not ours: <div>"]],
    ["ask @team\n", ["a reference: ask @team"]],
    ["see #1\n", ["a reference: see #1"]],
    ["![a](b.png)\n", ["an image"]],
    ["[a](https://evil.example)\n", ["a link to https://evil.example"]],
    ["www.evil.com\n", ["a link to http://www.evil.com"]],
    ["| a | b |\n| - | - |\n| c | d | e |\n", [
      "a table whose rows differ in length",
    ]],
    ["a\u202eb\n", ["a character that cannot be seen"]],
    ["a\ud800\n", ["half of a surrogate pair"]],
  ];
  for (const [markdown, faults] of table) {
    assertEquals(faultsOf(markdown, "github"), faults, markdown);
  }
  assertEquals(faultsOf("<!-- a -->\n", "bitbucket"), ["HTML"]);
});
