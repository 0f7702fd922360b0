import { assert, assertEquals } from "@std/assert";
import examples from "@octokit/webhooks-examples" with { type: "json" };
import {
  hexMac,
  NOW,
  SECRET,
  signGitLab,
  SIGNING_TOKEN,
} from "../_testing/signing.ts";
import { type WebhookCase, WEBHOOKS } from "../_testing/webhooks.ts";
import { MAX_WEBHOOK_BYTES, readWebhook } from "./read_webhook.ts";
import type { Webhook } from "./webhook.ts";

const UNAUTHORIZED: Webhook = {
  kind: "refused",
  status: 401,
  reason: "its signature or secret is wrong or missing",
};
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

function bytesOf(payload: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(payload));
}

/** Sends a webhook, with something about it changed. */
function send(
  found: WebhookCase,
  change: {
    readonly body?: Uint8Array<ArrayBuffer>;
    readonly headers?: Record<string, string>;
    readonly secret?: string;
    readonly now?: number;
  } = {},
): Webhook {
  const signed = bytesOf(found.payload);
  const headers = {
    ...JSON_TYPE,
    ...found.headers,
    ...found.sign(signed, found.secret),
    ...change.headers,
  };
  return readWebhook({
    kind: found.kind,
    headers: new Headers(headers),
    body: change.body ?? signed,
  }, { secret: change.secret ?? found.secret, now: change.now ?? NOW });
}

for (const found of WEBHOOKS) {
  Deno.test(`readWebhook() reads ${found.criterion}`, () => {
    assertEquals(send(found), found.expected);
  });
}

Deno.test("readWebhook() refuses all forges without the right secret", () => {
  for (const found of WEBHOOKS) {
    const { criterion, sign, headers } = found;
    assertEquals(send(found, { secret: "another" }), UNAUTHORIZED, criterion);
    assertEquals(send(found, { secret: "" }), UNAUTHORIZED, criterion);
    const proofs = Object.keys(sign(new Uint8Array(), found.secret));
    for (const proof of proofs) {
      const without = send(found, { headers: { [proof]: "" } });
      assertEquals(without, UNAUTHORIZED, `${criterion}: empty ${proof}`);
    }
    const bare = readWebhook({
      kind: found.kind,
      headers: new Headers({ ...JSON_TYPE, ...headers }),
      body: bytesOf(found.payload),
    }, { secret: found.secret, now: NOW });
    assertEquals(bare, UNAUTHORIZED, criterion);
  }
});

Deno.test("readWebhook() refuses an empty secret that was signed with", () => {
  for (const found of WEBHOOKS) {
    if (found.secret !== SECRET) continue;
    const body = bytesOf(found.payload);
    const headers = found.sign(body, "");
    assertEquals(send(found, { headers, secret: "" }), UNAUTHORIZED);
  }
});

Deno.test("readWebhook() refuses a body that was not signed, before it is parsed", () => {
  for (const found of WEBHOOKS) {
    const covers = found.sign(bytesOf(1), found.secret);
    const other = found.sign(bytesOf(2), found.secret);
    if (JSON.stringify(covers) === JSON.stringify(other)) continue;
    const body = new TextEncoder().encode("{ no JSON");
    assertEquals(send(found, { body }), UNAUTHORIZED, found.criterion);
  }
});

Deno.test("readWebhook() refuses what is genuine but no JSON", () => {
  const cases: [body: Uint8Array<ArrayBuffer>, type: string, status: number][] =
    [
      [new TextEncoder().encode("{"), "application/json", 400],
      [new Uint8Array([0x22, 0xff, 0x22]), "application/json", 400],
      [new Uint8Array(), "application/json", 400],
      [bytesOf({}), "application/x-www-form-urlencoded", 415],
      [bytesOf({}), "application/jsonp", 415],
      [bytesOf({}), "", 415],
      [new Uint8Array(MAX_WEBHOOK_BYTES + 1), "application/json", 413],
    ];
  for (const [body, type, status] of cases) {
    const webhook = readWebhook({
      kind: "github",
      headers: new Headers({
        "content-type": type,
        "x-github-event": "push",
        "x-hub-signature-256": `sha256=${hexMac(SECRET, body)}`,
      }),
      body,
    }, { secret: SECRET, now: NOW });
    assert(webhook.kind === "refused");
    assertEquals(webhook.status, status);
  }
});

Deno.test("readWebhook() takes GitLab's signatures for five minutes, and no token in their place", () => {
  const found = WEBHOOKS.find(({ secret }) => secret === SIGNING_TOKEN);
  assert(found !== undefined);
  const body = bytesOf(found.payload);
  const minute = 60_000;
  const windows: [now: number, kind: Webhook["kind"]][] = [
    [NOW - 6 * minute, "refused"],
    [NOW - 4 * minute, "pull-request"],
    [NOW + 4 * minute, "pull-request"],
    [NOW + 6 * minute, "refused"],
  ];
  for (const [now, kind] of windows) {
    assertEquals(send(found, { now }).kind, kind, `${now - NOW}`);
  }
  const { "webhook-signature": good = "" } = signGitLab(body, {
    token: SIGNING_TOKEN,
  });
  const others: [headers: Record<string, string>, kind: Webhook["kind"]][] = [
    [{ "webhook-signature": `v1,AAAA ${good}` }, "pull-request"],
    [{ "webhook-signature": good.replace("v1,", "v2,") }, "refused"],
    [{ "webhook-signature": good.slice(3) }, "refused"],
    [{ "webhook-timestamp": "yesterday" }, "refused"],
    [{ "webhook-timestamp": String(NOW / 1000 + 1) }, "refused"],
    [{ "webhook-id": "msg_2" }, "refused"],
    [{ "webhook-signature": "", "x-gitlab-token": SIGNING_TOKEN }, "refused"],
  ];
  for (const [headers, kind] of others) {
    assertEquals(send(found, { headers }).kind, kind, JSON.stringify(headers));
  }
  assertEquals(send(found, { secret: "whsec_" }), UNAUTHORIZED);
  assertEquals(send(found, { secret: "whsec_!!!" }), UNAUTHORIZED);
});

Deno.test("readWebhook() names no delivery that is not plain", () => {
  const [found] = WEBHOOKS;
  assert(found !== undefined);
  for (const name of ["a b", "x".repeat(200), "<script>"]) {
    const webhook = send(found, { headers: { "x-github-delivery": name } });
    assert(webhook.kind === "push");
    assertEquals(webhook.delivery, undefined);
  }
});

Deno.test("readWebhook() reads everything that GitHub was recorded to send", () => {
  const counts = new Map<string, number>();
  for (const { name, examples: payloads } of examples) {
    for (const payload of payloads) {
      const body = bytesOf(payload);
      const webhook = readWebhook({
        kind: "github",
        headers: new Headers({
          ...JSON_TYPE,
          "x-github-event": name,
          "x-github-delivery": "d-1",
          "x-hub-signature-256": `sha256=${hexMac(SECRET, body)}`,
        }),
        body,
      }, { secret: SECRET, now: NOW });
      assertEquals(webhook.kind, kindOf(name), name);
      if (webhook.kind === "push" || webhook.kind === "pull-request") {
        assert(/^[\w.-]+\/[\w.-]+$/.test(webhook.repository));
      }
      counts.set(webhook.kind, (counts.get(webhook.kind) ?? 0) + 1);
    }
  }
  assert((counts.get("push") ?? 0) >= 7);
  assert((counts.get("pull-request") ?? 0) >= 29);
  assert((counts.get("ping") ?? 0) >= 4);
});

function kindOf(event: string): Webhook["kind"] {
  switch (event) {
    case "ping":
    case "push":
      return event;
    case "pull_request":
      return "pull-request";
    default:
      return "ignored";
  }
}
