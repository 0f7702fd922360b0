import { z } from "zod";
import {
  type Hint,
  pushedRef,
  readEvent,
  type WebhookScheme,
} from "../webhook/scheme.ts";
import { isSignature } from "../webhook/signature.ts";

const repository = z.object({ full_name: z.string() });

const push = z.object({
  ref: z.string(),
  after: z.string(),
  repository,
});

const pullRequest = z.object({ number: z.int().positive(), repository });

/** The webhooks of GitHub: an HMAC in hexadecimal behind `sha256=`. */
export const gitHubWebhooks: WebhookScheme = {
  isGenuine({ headers, body }, { secret }) {
    const signature = headers.get("x-hub-signature-256");
    return signature?.startsWith("sha256=") === true &&
      isSignature(signature.slice(7), { key: secret, parts: [body] });
  },
  deliveryOf: (headers) => headers.get("x-github-delivery") ?? undefined,
  read: (headers, payload) =>
    readGitHubEvent(headers.get("x-github-event"), payload),
};

/**
 * Reads an event in GitHub's words, which are Gitea's too.
 *
 * @param event The event's name.
 * @param payload The payload.
 * @returns What it says.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readGitHubEvent("ping", {}), { kind: "ping" });
 * ```
 */
export function readGitHubEvent(event: string | null, payload: unknown): Hint {
  switch (event) {
    case "ping":
      return { kind: "ping" };
    case "push":
      return readEvent(payload, {
        schema: push,
        hint: ({ ref, after, repository }) => ({
          kind: "push",
          repository: repository.full_name,
          refs: [pushedRef(ref, after)],
        }),
      });
    case "pull_request":
      return readEvent(payload, {
        schema: pullRequest,
        hint: ({ number, repository }) => ({
          kind: "pull-request",
          repository: repository.full_name,
          pullRequest: String(number),
        }),
      });
    default:
      return { kind: "ignored", reason: "it tells of something else" };
  }
}
