import { assertEquals, assertRejects } from "@std/assert";
import { BodyTooLarge, requestBody } from "./request_body.ts";

function packed(text: string): Request {
  const body = new Blob([text]).stream().pipeThrough(
    new CompressionStream("gzip"),
  );
  return new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-encoding": "gzip" },
  });
}

Deno.test("requestBody() unpacks gzip", async () => {
  assertEquals(
    await new Response(requestBody(packed("hello"), 5)).text(),
    "hello",
  );
});

Deno.test("requestBody() counts the unpacked bytes", async () => {
  const body = requestBody(packed("0".repeat(1_000_000)), 1000);
  await assertRejects(() => new Response(body).text(), BodyTooLarge);
});

Deno.test("requestBody() takes a request without a body for an empty one", async () => {
  const body = requestBody(new Request("http://localhost/"), 0);
  assertEquals(await new Response(body).text(), "");
});
