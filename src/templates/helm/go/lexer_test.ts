import { assertEquals } from "@std/assert";
import { scan } from "./lexer.ts";

Deno.test("scan() splits texts and actions", () => {
  const table: [text: string, tokens: string[]][] = [
    ["", ["EOF"]],
    ["a", ["a", "EOF"]],
    ["a{{1}}b", ["a", "{{", "1", "}}", "b", "EOF"]],
    ["a {{- 1 -}} b", ["a", "{{", "1", "}}", "b", "EOF"]],
    ["a {{-1}}", ["a ", "{{", "-1", "}}", "EOF"]],
    ["{{1 -}} \n b", ["{{", "1", "}}", "b", "EOF"]],
    ["a {{- /* x */ -}} b", ["a", "b", "EOF"]],
    ["{{$x:=.a.b}}", ["{{", "$x", ":=", ".a", ".b", "}}", "EOF"]],
    ["{{a|b}}", ["{{", "a", "|", "b", "}}", "EOF"]],
    ["{{(.)}}", ["{{", "(", ".", ")", "}}", "EOF"]],
    ["{{.5}}", ["{{", ".5", "}}", "EOF"]],
    ['{{"\\"}}"}}', ["{{", '"\\"}}"', "}}", "EOF"]],
    ["{{`}}\n`}}", ["{{", "`}}\n`", "}}", "EOF"]],
  ];
  for (const [text, tokens] of table) {
    const found = scan(text, new Map()).map((token) => token.text);
    assertEquals(found.filter((token) => token !== " "), tokens, text);
  }
});

Deno.test("scan() ends at what is no token, and says why", () => {
  const table: [text: string, error: string][] = [
    ["{{", "unclosed action"],
    ["{{/* a", "unclosed comment"],
    ["{{/* a */ 1}}", "comment ends before closing delimiter"],
    ["{{(}}", "unclosed left paren"],
    ["{{)}}", "unexpected right paren"],
    ['{{"a\n"}}', "unterminated quoted string"],
    ["{{`a}}", "unterminated raw quoted string"],
    ["{{'a}}", "unterminated character constant"],
    ["{{1a}}", 'bad number syntax: "1a"'],
    ["{{a#}}", "bad character U+0023 '#'"],
    ["{{\u00a0}}", "unrecognized character in action: U+00A0"],
    ["{{:}}", "expected :="],
  ];
  for (const [text, error] of table) {
    const last = scan(text, new Map()).at(-1);
    assertEquals([last?.kind, last?.text], ["error", error], text);
  }
});

Deno.test("scan() counts lines, also those that are trimmed", () => {
  const tokens = scan("a\n\n {{- 1 -}} \n\n{{ 2\n}}b", new Map());
  const lines = tokens.map(({ text, line }) => `${text.trim()}@${line}`);
  assertEquals(lines.filter((line) => !line.startsWith("@")), [
    "a@1",
    "{{@3",
    "1@3",
    "}}@3",
    "{{@5",
    "2@5",
    "}}@6",
    "b@6",
    "EOF@6",
  ]);
});

Deno.test("scan() takes a keyword for a function where there is one", () => {
  const functions = new Map([["break", 1]]);
  const kinds = scan("{{break}}{{continue}}", functions)
    .map((token) => token.kind);
  assertEquals(kinds.slice(1, 5), ["identifier", "right", "left", "continue"]);
});
