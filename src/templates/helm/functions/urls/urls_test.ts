import { assertEquals } from "@std/assert";
import { evaluate } from "../testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("URLs come apart and together", () => {
  check([
    [
      'urlParse "https://u:p%20w@h:80/a%2Fb?x=1#f"',
      "map[fragment:f host:h:80 hostname:h opaque: path:/a/b query:x=1 scheme:https userinfo:u:p%20w]",
    ],
    [
      'urlJoin (dict "scheme" "https" "host" "h" "path" "/a b" "query" "q=1")',
      "https://h/a%20b?q=1",
    ],
    ['urlJoin (dict "path" "a:b")', "./a:b"],
    [
      'urlParse "mailto:a@b" | toJson',
      '{"fragment":"","host":"","hostname":"","opaque":"a@b","path":"","query":"","scheme":"mailto","userinfo":""}',
    ],
  ]);
});

Deno.test("what is no URL is told in Go's words", () => {
  check([
    [
      'urlParse ":a"',
      'error: unable to parse url: parse ":a": missing protocol scheme',
    ],
    [
      'urlParse "http://h:port/"',
      'error: unable to parse url: parse "http://h:port/": invalid port ":port" after host',
    ],
    [
      'urlParse "http://a b/"',
      'error: unable to parse url: parse "http://a b/": invalid character " " in host name',
    ],
    [
      'urlJoin (dict "host" 1)',
      "error: unable to parse host key, must be of type string, but int found",
    ],
  ]);
});
