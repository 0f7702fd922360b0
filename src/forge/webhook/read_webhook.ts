/**
 * Webhooks: told from forgeries first, and only then read.
 *
 * @module
 */

import { azureWebhooks } from "../azure_devops/webhook.ts";
import { bitbucketCloudWebhooks } from "../bitbucket_cloud/webhook.ts";
import { dataCenterWebhooks } from "../bitbucket_data_center/webhook.ts";
import type { ForgeKind } from "../forge.ts";
import { giteaWebhooks } from "../gitea/webhook.ts";
import { gitHubWebhooks } from "../github/webhook.ts";
import { gitLabWebhooks } from "../gitlab/webhook.ts";
import type { WebhookScheme } from "./scheme.ts";
import type { Webhook, WebhookCheck, WebhookRequest } from "./webhook.ts";

/** How large the body of a webhook may be. Polling finds what is larger. */
export const MAX_WEBHOOK_BYTES = 8 * 1024 * 1024;

const SCHEMES: Readonly<Record<Exclude<ForgeKind, "git">, WebhookScheme>> = {
  "github": gitHubWebhooks,
  "gitlab": gitLabWebhooks,
  "gitea": giteaWebhooks,
  "bitbucket-cloud": bitbucketCloudWebhooks,
  "bitbucket-data-center": dataCenterWebhooks,
  "azure-devops": azureWebhooks,
};

const DELIVERY = /^[\w.:-]{1,128}$/;

/**
 * Reads a webhook.
 *
 * @param request The request, and which forge it claims to come from.
 * @param check The secret, and the time.
 * @returns What it says, or why it is refused.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const webhook = readWebhook({
 *   kind: "github",
 *   headers: new Headers({ "x-hub-signature-256": "sha256=" }),
 *   body: new TextEncoder().encode("{}"),
 * }, { secret: "s3cret", now: 0 });
 * assertEquals(webhook, {
 *   kind: "refused",
 *   status: 401,
 *   reason: "its signature or secret is wrong or missing",
 * });
 * ```
 */
export function readWebhook(
  request: WebhookRequest & { readonly kind: Exclude<ForgeKind, "git"> },
  check: WebhookCheck,
): Webhook {
  const { kind, headers, body } = request;
  const scheme = SCHEMES[kind];
  if (body.length > MAX_WEBHOOK_BYTES) {
    return refused(413, `its body has more than ${MAX_WEBHOOK_BYTES} bytes`);
  }
  if (!scheme.isGenuine(request, check)) {
    return refused(401, "its signature or secret is wrong or missing");
  }
  if (
    !/^application\/json\s*(?:;|$)/i.test(headers.get("content-type") ?? "")
  ) {
    return refused(415, "its content type is not application/json");
  }
  const payload = parse(body);
  if (payload === undefined) return refused(400, "its body is no JSON");
  const hint = scheme.read(headers, payload.json);
  if (hint.kind === "ping" || hint.kind === "ignored") return hint;
  const delivery = scheme.deliveryOf(headers, payload.json) ?? "";
  return { ...hint, delivery: DELIVERY.test(delivery) ? delivery : undefined };
}

function parse(body: Uint8Array): { readonly json: unknown } | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function refused(status: 400 | 401 | 413 | 415, reason: string): Webhook {
  return { kind: "refused", status, reason };
}
