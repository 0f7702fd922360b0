/**
 * Webhooks as they come in over HTTP.
 *
 * @module
 */

import { readBytes } from "../http/read_bytes.ts";
import type { ForgeSettings } from "../settings.ts";
import { MAX_WEBHOOK_BYTES, readWebhook } from "./read_webhook.ts";
import type { Webhook, WebhookCheck } from "./webhook.ts";

/** Forges send at once, and give up after ten seconds themselves. */
const MAX_MS = 10_000;

/**
 * Receives a webhook.
 *
 * @param request The request; no more of its body is read than a webhook has.
 * @param check Which forge it has to come from, the secret, and the time.
 * @returns What it says, or why it is refused.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const request = new Request("http://localhost/", { method: "POST", body: "{}" });
 * const check = { kind: "gitea", secret: "s3cret", now: Date.now() } as const;
 * assertEquals((await receiveWebhook(request, check)).kind, "refused");
 * ```
 */
export async function receiveWebhook(
  request: Request,
  check: WebhookCheck & { readonly kind: ForgeSettings["kind"] },
): Promise<Webhook> {
  const { headers } = request;
  const body = await withinTime(request.body, MAX_MS);
  if (body !== undefined) {
    return readWebhook({ kind: check.kind, headers, body }, check);
  }
  const reason =
    `its body has more than ${MAX_WEBHOOK_BYTES} bytes, or takes more than ${MAX_MS} ms`;
  return { kind: "refused", status: 413, reason };
}

/** Reads a body, or nothing of one that is too long or too slow. */
async function withinTime(
  body: ReadableStream<Uint8Array> | null,
  maxMs: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), maxMs);
  try {
    return await Promise.race([readBytes(body, MAX_WEBHOOK_BYTES), late]);
  } finally {
    clearTimeout(timer);
  }
}
