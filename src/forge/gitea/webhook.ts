import { readGitHubEvent } from "../github/webhook.ts";
import type { WebhookScheme } from "../webhook/scheme.ts";
import { isSignature } from "../webhook/signature.ts";

/**
 * The webhooks of Gitea and Forgejo: GitHub's words, and an HMAC in
 * hexadecimal, which is empty where no secret is set.
 */
export const giteaWebhooks: WebhookScheme = {
  isGenuine({ headers, body }, { secret }) {
    const mac = headers.get("x-forgejo-signature") ??
      headers.get("x-gitea-signature");
    return isSignature(mac, { key: secret, parts: [body] });
  },
  deliveryOf: (headers) =>
    headers.get("x-forgejo-delivery") ?? headers.get("x-gitea-delivery") ??
      undefined,
  read: (headers, payload) =>
    readGitHubEvent(
      headers.get("x-forgejo-event") ?? headers.get("x-gitea-event"),
      payload,
    ),
};
