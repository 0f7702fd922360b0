import { assertEquals } from "@std/assert";
import { hexMac, NOW, SECRET } from "../_testing/signing.ts";
import { MAX_WEBHOOK_BYTES } from "./read_webhook.ts";
import { receiveWebhook } from "./receive_webhook.ts";

function post(body: BodyInit, mac: string): Request {
  return new Request("http://localhost/", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": "ping",
      "x-hub-signature-256": `sha256=${mac}`,
    },
    body,
  });
}

Deno.test("receiveWebhook() takes a body in pieces", async () => {
  const check = { kind: "github", secret: SECRET, now: NOW } as const;
  const bytes = new TextEncoder().encode('{"zen": "Half measures"}');
  const pieces = ReadableStream.from([bytes.slice(0, 5), bytes.slice(5)]);
  const request = post(pieces, hexMac(SECRET, bytes));
  assertEquals(await receiveWebhook(request, check), { kind: "ping" });
});

Deno.test("receiveWebhook() stops reading where no webhook goes on", async () => {
  const check = { kind: "github", secret: SECRET, now: NOW } as const;
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const webhook = await receiveWebhook(post(endless, ""), check);
  assertEquals(webhook.kind === "refused" && webhook.status, 413);
  assertEquals(sent < MAX_WEBHOOK_BYTES + 4 * 1024 * 1024, true);
});
