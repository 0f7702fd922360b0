import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("matches are Go's, empty ones too", () => {
  check([
    ['regexFindAll "a*" "baac" -1 | toJson', '["","aa",""]'],
    ['regexReplaceAll "a*" "baac" "-"', "-b-c-"],
    ['regexSplit "a*" "baac" -1 | toJson', '["b","c"]'],
    ['regexFindAll "x" "a" -1 | toJson', "null"],
  ]);
});

Deno.test("replacements name groups", () => {
  check([
    ['regexReplaceAll "a(x*)b" "-ab-axxb-" "${1}W"', "-W-xxW-"],
    ['regexReplaceAll "a(x*)b" "-ab-axxb-" "$1W"', "---"],
    ['regexReplaceAll "(?P<n>b)" "abc" "<$n$$>"', "a<b$>c"],
    ['regexReplaceAllLiteral "b" "abc" "$1"', "a$1c"],
  ]);
});

Deno.test("what is no pattern is an error, in two wordings", () => {
  check([
    ['regexMatch "(" "a"', "false"],
    [
      'regexFind "(" "a"',
      "error: regexp: Compile(`(`): error parsing regexp: missing closing ): `(`",
    ],
    [
      'mustRegexFind "(" "a"',
      "error: error parsing regexp: missing closing ): `(`",
    ],
    [
      'mustRegexMatch "(?=a)" "a"',
      "error: error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
    ],
  ]);
});
