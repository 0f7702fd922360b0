import { assertEquals } from "@std/assert";
import { unreachable } from "./remote_failure.ts";

const REMOTE = { url: "https://example.com/fleet.git", access: {} };

Deno.test("unreachable() tells a missing branch from a missing repository", () => {
  const cases: [stderr: string, reason: string][] = [
    [
      "fatal: couldn't find remote ref refs/heads/nope",
      'Cannot read "nope" of "https://example.com/fleet.git": no such branch',
    ],
    [
      "fatal: repository 'https://example.com/fleet.git/' not found",
      'Cannot reach "https://example.com/fleet.git": there is no such repository',
    ],
  ];
  for (const [stderr, reason] of cases) {
    assertEquals(unreachable(REMOTE, stderr), { kind: "unreachable", reason });
  }
});
