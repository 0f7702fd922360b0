import { assertEquals } from "@std/assert";
import { scrub } from "./scrub.ts";

const CASES: readonly [criterion: string, text: string, expected: string][] = [
  [
    "user and password of a URL",
    "fatal: https://a:b@example.com/x.git/ not found",
    "fatal: https://***@example.com/x.git/ not found",
  ],
  [
    "an authorization header",
    "< Authorization: Basic YTpi\nnext",
    "< Authorization: ***\nnext",
  ],
  ["a GitHub token", "remote: ghp_0123456789abcdef bad", "remote: *** bad"],
  ["a GitLab token", "remote: glpat-0123456789ab bad", "remote: *** bad"],
  ["terminal escapes", "remote: \u001b[31mred\u0007", "remote: [31mred"],
];

for (const [criterion, text, expected] of CASES) {
  Deno.test(`scrub() removes ${criterion}`, () => {
    assertEquals(scrub(text), expected);
  });
}

Deno.test("scrub() removes secrets that look like nothing special", () => {
  assertEquals(
    scrub("token hunter2 was refused", ["hunter2", ""]),
    "token *** was refused",
  );
});
