import { assertEquals } from "@std/assert";
import { code, fence, htmlCode, link, prose } from "./escape.ts";

Deno.test("code() shows any text as itself", () => {
  const table: [string, string][] = [
    ["prod/eu1", "`prod/eu1`"],
    ["a`b``c", "```a`b``c```"],
    ["`", "`` ` ``"],
    [" a ", "`  a  `"],
    ["", '`""`'],
    ["a|b", "`a¦b`"],
    ["a\nb", "`a\\u000ab`"],
    ["a\u202eb", "`a\\u202eb`"],
    ["\ud800", "`\ufffd`"],
  ];
  for (const [text, expected] of table) assertEquals(code(text), expected);
});

Deno.test("prose() leaves words alone and puts the rest in code", () => {
  const table: [string, string][] = [
    ["k0s v1.35.4 → v1.36.3", "k0s v1.35.4 → v1.36.3"],
    [
      "control-plane machines, one by one.",
      "control-plane machines, one by one.",
    ],
    ['Cannot resolve "aws-9": no such', 'Cannot resolve "`aws-9`": no such'],
    ["ask @team and #12", "ask `@team` and `#12`"],
    ["GH-12 or 0123456789abcdef", "`GH-12` or `0123456789abcdef`"],
    ["see https://x.example now", "see `https://x.example` now"],
    ["<b> **x** _y_", "`<b> **x** _y_`"],
    ["a - b + c", "a `-` b `+` c"],
  ];
  for (const [text, expected] of table) assertEquals(prose(text), expected);
});

Deno.test("prose() cuts what is too long between characters", () => {
  assertEquals(prose("a".repeat(9), 5), "`aaaa…`");
  assertEquals(prose("👩👩👩", 4), "`👩…`");
});

Deno.test("fence() is longer than any run of backticks in it", () => {
  assertEquals(fence(["a````b"], "diff"), "`````diff\na````b\n`````\n");
});

Deno.test("link() leads to the web and nowhere else", () => {
  assertEquals(link("javascript:alert(1)", "Report"), "Report");
  assertEquals(link("no url", "Report"), "Report");
  assertEquals(
    link("https://x.example/a)[b]`|'", "Report"),
    "[Report](https://x.example/a%29%5Bb%5D%60%7C%27)",
  );
});

Deno.test("htmlCode() leaves nothing that HTML or Markdown would read", () => {
  assertEquals(
    htmlCode("</code>`&\"'"),
    "<code>&#60;/code&#62;&#96;&#38;&#34;&#39;</code>",
  );
});
