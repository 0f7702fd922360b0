import { assertEquals } from "@std/assert";
import { readSelector } from "./string_selector.ts";

const MATCHES: readonly [
  selector: string,
  labels: string,
  expected: boolean,
][] = [
  ["", "", true],
  ["  ", "a=1", true],
  ["a", "a=1", true],
  ["a", "b=1", false],
  ["!a", "b=1", true],
  ["! a", "a=1", false],
  ["a=1", "a=1", true],
  ["a == 1", "a=2", false],
  ["a=", "a=", true],
  ["a!=1", "", true],
  ["a!=1", "a=1", false],
  ["a in (1, 2),b", "a=2,b=", true],
  ["a in (1,2)", "", false],
  ["a in ()", "a=", true],
  ["a notin (1,2)", "a=3", true],
  ["a notin (1,2)", "", true],
  ["a notin (1,2)", "a=1", false],
  ["a=in", "a=in", true],
  ["a>5", "a=10", true],
  ["a<5", "a=10", false],
  ["a>5", "a=x", false],
  ["example.com/tier=gold", "example.com/tier=gold", true],
  ["constructor", "", false],
];

Deno.test("readSelector() matches labels as Kubernetes does", () => {
  for (const [text, written, expected] of MATCHES) {
    const labels = Object.fromEntries(
      written.split(",").filter((part) => part !== "")
        .map((part) => part.split("=")),
    );
    const found = readSelector(text);
    const matches = found.kind === "selector" && found.matches(labels);
    assertEquals([text, written, matches], [text, written, expected]);
  }
});

const PROBLEMS: readonly [selector: string, problem: string][] = [
  ["a=1,", '"" is no label key'],
  [",a", '"," is no label key'],
  ["a b", '"b" is no operator'],
  ["a in 1", '"1" stands where "(" is expected'],
  ["a in (1", 'it ends where ")" is expected'],
  ["a=1 b=2", '"b" stands where "," is expected'],
  ["-a", '"-a" is no label key'],
  ["a=b/c", '"b/c" is no label value'],
  ["a>x", '"x" is no whole number'],
  ["!", '"" is no label key'],
];

Deno.test("readSelector() says what is wrong", () => {
  for (const [text, problem] of PROBLEMS) {
    assertEquals(readSelector(text), { kind: "problem", problem });
  }
});
