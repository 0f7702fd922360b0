/**
 * How each forge signs its webhooks.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { createHmac } from "node:crypto";
import type { ForgeSettings } from "../settings.ts";

/** The secret that tests give to forges. */
export const SECRET = "a secret of some length";

/** The secret that signs, for the newer webhooks of GitLab. */
export const SIGNING_TOKEN = `whsec_${
  encodeBase64(new Uint8Array(32).fill(7))
}`;

/** When tests take place, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000;

/** How a forge proves that a webhook is its own. */
export type Sign = (
  body: Uint8Array,
  secret: string,
) => Readonly<Record<string, string>>;

/** The webhooks of one forge, whatever they say. */
export interface SigningForge {
  readonly kind: ForgeSettings["kind"];
  readonly headers: Readonly<Record<string, string>>;
  readonly sign: Sign;
  readonly secret: string;
}

/** HMAC-SHA256 in hexadecimal. */
export function hexMac(key: string | Uint8Array, body: Uint8Array): string {
  return createHmac("sha256", key).update(body).digest("hex");
}

function signedBy(header: string, prefix = "sha256="): Sign {
  return (body, secret) => ({ [header]: `${prefix}${hexMac(secret, body)}` });
}

/** GitLab's signature, over the delivery, the time and the body. */
export function signGitLab(
  body: Uint8Array,
  { token, seconds = NOW / 1000 }: {
    readonly token: string;
    readonly seconds?: number;
  },
): Record<string, string> {
  const key = Uint8Array.from(atob(token.slice(6)), (c) => c.charCodeAt(0));
  const mac = createHmac("sha256", key).update(`msg_1.${seconds}.`)
    .update(body).digest("base64");
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${mac}`,
  };
}

/** All forges that sign, by a name for tests. */
export const SIGNING = {
  "github": {
    kind: "github",
    headers: { "x-github-delivery": "d-1" },
    sign: signedBy("x-hub-signature-256"),
    secret: SECRET,
  },
  "gitea": {
    kind: "gitea",
    headers: { "x-gitea-delivery": "d-1", "x-github-event": "push" },
    sign: signedBy("x-gitea-signature", ""),
    secret: SECRET,
  },
  "forgejo": {
    kind: "gitea",
    headers: { "x-forgejo-delivery": "d-1" },
    sign: signedBy("x-forgejo-signature", ""),
    secret: SECRET,
  },
  "gitlab": {
    kind: "gitlab",
    headers: { "x-gitlab-event-uuid": "d-1" },
    sign: (_body: Uint8Array, secret: string) => ({ "x-gitlab-token": secret }),
    secret: SECRET,
  },
  "gitlab signed": {
    kind: "gitlab",
    headers: {},
    sign: (body: Uint8Array, token: string) => signGitLab(body, { token }),
    secret: SIGNING_TOKEN,
  },
  "cloud": {
    kind: "bitbucket-cloud",
    headers: { "x-request-uuid": "d-1" },
    sign: signedBy("x-hub-signature"),
    secret: SECRET,
  },
  "data center": {
    kind: "bitbucket-data-center",
    headers: { "x-request-id": "d-1" },
    sign: signedBy("x-hub-signature"),
    secret: SECRET,
  },
  "azure": {
    kind: "azure-devops",
    headers: {},
    sign: (_body: Uint8Array, secret: string) => ({
      authorization: `Basic ${btoa(`k0render:${secret}`)}`,
    }),
    secret: SECRET,
  },
  "azure header": {
    kind: "azure-devops",
    headers: {},
    sign: (_body: Uint8Array, secret: string) => ({
      "x-k0render-secret": secret,
    }),
    secret: SECRET,
  },
} as const satisfies Record<string, SigningForge>;
