import { z } from "zod";
import { pushedRef, readEvent, type WebhookScheme } from "../webhook/scheme.ts";
import { isSignature } from "../webhook/signature.ts";

const repository = z.object({
  slug: z.string(),
  project: z.object({ key: z.string() }),
});

const push = z.object({
  repository,
  changes: z.array(z.object({
    ref: z.object({ id: z.string() }),
    toHash: z.string(),
  })),
});

const pullRequest = z.object({
  pullRequest: z.object({
    id: z.int().positive(),
    toRef: z.object({ repository }),
  }),
});

const PULL_REQUEST =
  /^pr:(opened|from_ref_updated|modified|merged|declined|deleted)$/;

/** The webhooks of Bitbucket Data Center: an HMAC behind `sha256=`. */
export const dataCenterWebhooks: WebhookScheme = {
  isGenuine({ headers, body }, { secret }) {
    const signature = headers.get("x-hub-signature");
    return signature?.startsWith("sha256=") === true &&
      isSignature(signature.slice(7), { key: secret, parts: [body] });
  },
  deliveryOf: (headers) => headers.get("x-request-id") ?? undefined,
  read(headers, payload) {
    const event = headers.get("x-event-key") ?? "";
    if (event === "diagnostics:ping") return { kind: "ping" };
    if (event === "repo:refs_changed") {
      return readEvent(payload, {
        schema: push,
        hint: ({ repository, changes }) => ({
          kind: "push",
          repository: nameOf(repository),
          refs: changes.map(({ ref, toHash }) => pushedRef(ref.id, toHash)),
        }),
      });
    }
    if (!PULL_REQUEST.test(event)) {
      return { kind: "ignored", reason: "it tells of something else" };
    }
    return readEvent(payload, {
      schema: pullRequest,
      hint: ({ pullRequest: { id, toRef } }) => ({
        kind: "pull-request",
        repository: nameOf(toRef.repository),
        pullRequest: String(id),
      }),
    });
  },
};

function nameOf({ project, slug }: z.output<typeof repository>): string {
  return `${project.key}/${slug}`;
}
