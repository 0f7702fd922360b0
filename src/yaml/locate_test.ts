import { assertEquals } from "@std/assert";
import type { Place } from "../model/origin.ts";
import { locate } from "./locate.ts";

const TEXT = `# first
a: 1
---
spec:
  list:
  - name: x
    "quoted": 'y'
  - &anchor
    name: z
  flow: {a: [1,
  2]}
  text: |
    lines
  empty:
  copy: *anchor
  twice: 1
  twice: 2
`;

const origin = { file: "a.yaml", document: 1, line: 4 };

const CASES: readonly (readonly [Omit<Place, "origin">, number, number])[] = [
  [{}, 4, 1],
  [{ field: ["spec"] }, 5, 3],
  [{ field: ["spec"], key: true }, 4, 1],
  [{ field: ["spec", "list", 0, "name"] }, 6, 11],
  [{ field: ["spec", "list", 0, "quoted"] }, 7, 15],
  [{ field: ["spec", "list", 0, "quoted"], key: true }, 7, 5],
  [{ field: ["spec", "list", 1] }, 9, 5],
  [{ field: ["spec", "flow", "a", 1] }, 11, 3],
  [{ field: ["spec", "text"] }, 12, 9],
  [{ field: ["spec", "empty"] }, 14, 3],
  [{ field: ["spec", "copy", "name"] }, 15, 9],
  [{ field: ["spec", "twice"] }, 17, 10],
  [{ field: ["spec", "nowhere", "at", "all"] }, 5, 3],
  [{ field: ["spec"], position: { line: 99, column: 9 } }, 99, 9],
];

for (const [place, line, column] of CASES) {
  Deno.test(`locate() finds ${JSON.stringify(place)}`, () => {
    assertEquals(locate(TEXT, { origin, ...place }), { line, column });
  });
}

Deno.test("locate() falls back to the document where that cannot be parsed", () => {
  const place = { origin: { file: "", document: 0, line: 3 }, field: ["a"] };
  assertEquals(locate("a: [", place), { line: 3, column: 1 });
  assertEquals(locate("", place), { line: 3, column: 1 });
});

Deno.test("locate() counts in lines as they stand where indentation was repaired", () => {
  const place = { origin: { file: "", document: 0, line: 1 }, field: ["a", 1] };
  assertEquals(locate("a: [\n1,\n2\n]\n", place), { line: 3, column: 1 });
});
