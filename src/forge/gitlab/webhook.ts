import { z } from "zod";
import { pushedRef, readEvent, type WebhookScheme } from "../webhook/scheme.ts";
import {
  isSecret,
  isSignature,
  tryDecodeBase64,
} from "../webhook/signature.ts";
import type { WebhookCheck, WebhookRequest } from "../webhook/webhook.ts";

const project = z.object({ path_with_namespace: z.string() });

const push = z.object({
  ref: z.string(),
  after: z.string(),
  project,
});

const mergeRequest = z.object({
  project,
  object_attributes: z.object({ iid: z.int().positive() }),
});

/** What a signing token begins with; the key follows in base64. */
const SIGNING_TOKEN = "whsec_";
/** How far the clocks may be apart, and how long a delivery may take. */
const WINDOW_MS = 5 * 60 * 1000;

/**
 * The webhooks of GitLab: signed with a signing token, or with a secret token
 * sent along as it is.
 */
export const gitLabWebhooks: WebhookScheme = {
  isGenuine(request, check) {
    return check.secret.startsWith(SIGNING_TOKEN)
      ? isSigned(request, check)
      : isSecret(request.headers.get("x-gitlab-token"), check.secret);
  },
  deliveryOf: (headers) =>
    headers.get("webhook-id") ?? headers.get("idempotency-key") ??
      headers.get("x-gitlab-event-uuid") ?? undefined,
  read(headers, payload) {
    switch (headers.get("x-gitlab-event")) {
      case "Push Hook":
      case "Tag Push Hook":
        return readEvent(payload, {
          schema: push,
          hint: ({ ref, after, project }) => ({
            kind: "push",
            repository: project.path_with_namespace,
            refs: [pushedRef(ref, after)],
          }),
        });
      case "Merge Request Hook":
        return readEvent(payload, {
          schema: mergeRequest,
          hint: ({ project, object_attributes }) => ({
            kind: "pull-request",
            repository: project.path_with_namespace,
            pullRequest: String(object_attributes.iid),
          }),
        });
      default:
        return { kind: "ignored", reason: "it tells of something else" };
    }
  },
};

/** Signatures cover the time, so that an old delivery cannot be sent again. */
function isSigned(
  { headers, body }: WebhookRequest,
  { secret, now }: WebhookCheck,
): boolean {
  const key = tryDecodeBase64(secret.slice(SIGNING_TOKEN.length));
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  if (key === undefined || !/^\d{1,12}$/.test(timestamp)) {
    return false;
  }
  if (Math.abs(Number(timestamp) * 1000 - now) > WINDOW_MS) return false;
  const signed = { key, parts: [`${id}.${timestamp}.`, body] };
  // While a token is being replaced, there is one signature for each.
  return (headers.get("webhook-signature") ?? "").split(" ")
    .some((one) => one.startsWith("v1,") && isSignature(one.slice(3), signed));
}
