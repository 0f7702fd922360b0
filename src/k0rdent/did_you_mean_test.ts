import { assertEquals } from "@std/assert";
import { didYouMean } from "./did_you_mean.ts";

const CASES: readonly [
  word: string,
  known: string[],
  expected: string | undefined,
][] = [
  ["tempalte", ["template", "config"], "template"],
  ["Template", ["template"], "template"],
  ["serviceSpecs", ["serviceSpec", "services"], "serviceSpec"],
  ["a", ["b"], undefined],
  ["A", ["b", "a"], "a"],
  ["oidc", ["config", "dryRun"], undefined],
  ["mian", ["main", "prod"], "main"],
  ["x", [], undefined],
];

Deno.test("didYouMean() names what is near, nothing else", () => {
  for (const [word, known, expected] of CASES) {
    assertEquals([word, didYouMean(word, known)], [word, expected]);
  }
});
