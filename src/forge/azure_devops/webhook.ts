import { z } from "zod";
import { pushedRef, readEvent, type WebhookScheme } from "../webhook/scheme.ts";
import { isSecret, tryDecodeBase64 } from "../webhook/signature.ts";

const repository = z.object({
  name: z.string(),
  project: z.object({ name: z.string() }),
});

const push = z.object({
  resource: z.object({
    repository,
    refUpdates: z.array(z.object({
      name: z.string(),
      newObjectId: z.string(),
    })),
  }),
});

const pullRequest = z.object({
  resource: z.object({ repository, pullRequestId: z.int().positive() }),
});

const envelope = z.object({ eventType: z.string(), id: z.string() });

const PULL_REQUEST = /^git\.pullrequest\.(created|updated|merged)$/;

/** The header for a secret, where basic authentication is not wanted. */
const SECRET_HEADER = "x-k0render-secret";

/**
 * The webhooks of Azure DevOps, which signs nothing: the secret is the
 * password of basic authentication, or in a header of its own.
 */
export const azureWebhooks: WebhookScheme = {
  isGenuine: ({ headers }, { secret }) =>
    isSecret(headers.get(SECRET_HEADER), secret) ||
    isSecret(passwordOf(headers.get("authorization") ?? ""), secret),
  deliveryOf: (_headers, payload) => envelope.safeParse(payload).data?.id,
  read(_headers, payload) {
    const event = envelope.safeParse(payload).data?.eventType ?? "";
    if (event === "git.push") {
      return readEvent(payload, {
        schema: push,
        hint: ({ resource: { repository, refUpdates } }) => ({
          kind: "push",
          repository: nameOf(repository),
          refs: refUpdates.map(({ name, newObjectId }) =>
            pushedRef(name, newObjectId)
          ),
        }),
      });
    }
    if (!PULL_REQUEST.test(event)) {
      return { kind: "ignored", reason: "it tells of something else" };
    }
    return readEvent(payload, {
      schema: pullRequest,
      hint: ({ resource: { repository, pullRequestId } }) => ({
        kind: "pull-request",
        repository: nameOf(repository),
        pullRequest: String(pullRequestId),
      }),
    });
  },
};

function nameOf({ project, name }: z.output<typeof repository>): string {
  return `${project.name}/${name}`;
}

function passwordOf(authorization: string): string | undefined {
  const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1] ?? "";
  const bytes = tryDecodeBase64(encoded);
  if (bytes === undefined) return undefined;
  const pair = new TextDecoder().decode(bytes);
  return pair.slice(pair.indexOf(":") + 1);
}
