import { assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { readArchive } from "../chart/archive.ts";
import { digestOfFiles, packChart } from "./pack.ts";

function file(path: string, text = path) {
  return { path, bytes: new TextEncoder().encode(text) };
}

const NAME = fc.stringMatching(/^[A-Za-z0-9äß_-]{1,40}$/);
const FILES = fc.uniqueArray(
  fc.record({
    path: fc.array(NAME, { minLength: 1, maxLength: 8 })
      .map((names) => names.join("/")),
    bytes: fc.uint8Array({ maxLength: 2000 })
      .map((bytes) => new Uint8Array([0, ...bytes])),
  }),
  { minLength: 1, maxLength: 10, selector: ({ path }) => path },
);

Deno.test("packChart() writes archives that are read back the same", () => {
  fc.assert(fc.property(FILES, (files) => {
    const archive = packChart(files, "own");
    const sorted = files.toSorted((a, b) => a.path < b.path ? -1 : 1);
    const read = readArchive(archive, { name: "own" })
      .map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) }));
    assertEquals(read, sorted);
    assertEquals(packChart(files.toReversed(), "own"), archive);
  }));
});

Deno.test("packChart() packs more than one block of gzip holds", () => {
  const files = [file("Chart.yaml"), file("big", "x".repeat(200_000))];
  const [first] = readArchive(packChart(files, "own"), { name: "own" });
  assertEquals(first?.path, "Chart.yaml");
});

Deno.test("digestOfFiles() depends on the files and nothing else", () => {
  const files = [file("a"), file("b/c")];
  const digest = digestOfFiles(files);
  assertEquals(digestOfFiles(files.toReversed()), digest);
  assertEquals(digestOfFiles([...files, file("logo.png")]), digest);
  assertEquals(digestOfFiles([...files, file(".github/ci.yaml")]), digest);
  assertNotEquals(digestOfFiles([file("a"), file("b/d", "b/c")]), digest);
  assertNotEquals(digestOfFiles([file("a", "ab"), file("/c", "")]), digest);
});
