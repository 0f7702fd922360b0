import { z } from "zod";
import { pushedRef, readEvent, type WebhookScheme } from "../webhook/scheme.ts";
import { isSignature } from "../webhook/signature.ts";

const repository = z.object({ full_name: z.string() });

const ref = z.object({
  type: z.string(),
  name: z.string(),
  target: z.object({ hash: z.string() }),
});

const push = z.object({
  repository,
  push: z.object({
    changes: z.array(z.object({ new: ref.nullish(), old: ref.nullish() })),
  }),
});

const pullRequest = z.object({
  repository,
  pullrequest: z.object({ id: z.int().positive() }),
});

const PULL_REQUEST = /^pullrequest:(created|updated|fulfilled|rejected)$/;

/** The webhooks of Bitbucket Cloud: an HMAC behind `sha256=`. */
export const bitbucketCloudWebhooks: WebhookScheme = {
  isGenuine({ headers, body }, { secret }) {
    const signature = headers.get("x-hub-signature");
    return signature?.startsWith("sha256=") === true &&
      isSignature(signature.slice(7), { key: secret, parts: [body] });
  },
  deliveryOf: (headers) => headers.get("x-request-uuid") ?? undefined,
  read(headers, payload) {
    const event = headers.get("x-event-key") ?? "";
    if (event === "repo:push") {
      return readEvent(payload, {
        schema: push,
        hint: ({ repository, push }) => ({
          kind: "push",
          repository: repository.full_name,
          refs: push.changes.flatMap(refOf),
        }),
      });
    }
    if (!PULL_REQUEST.test(event)) {
      return { kind: "ignored", reason: "it tells of something else" };
    }
    return readEvent(payload, {
      schema: pullRequest,
      hint: ({ repository, pullrequest }) => ({
        kind: "pull-request",
        repository: repository.full_name,
        pullRequest: String(pullrequest.id),
      }),
    });
  },
};

function refOf(change: z.output<typeof push>["push"]["changes"][number]) {
  const named = change.new ?? change.old;
  if (named === null || named === undefined) return [];
  const folder = named.type === "tag" ? "refs/tags" : "refs/heads";
  return [pushedRef(`${folder}/${named.name}`, change.new?.target.hash)];
}
