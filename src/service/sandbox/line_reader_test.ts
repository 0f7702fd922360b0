import { assertEquals } from "@std/assert";
import { LineReader } from "./line_reader.ts";

Deno.test("LineReader.next() gives each of those who wait a line", async () => {
  const { readable, writable } = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >();
  const lines = new LineReader(readable, 1_000);
  const asked = [lines.next(), lines.next(), lines.next()];
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode("a\nb\nc\n"));
  assertEquals(await Promise.all(asked), [
    { kind: "line", line: "a" },
    { kind: "line", line: "b" },
    { kind: "line", line: "c" },
  ]);
  await writer.close();
  assertEquals(await lines.next(), { kind: "end" });
});
