/**
 * What the service answers over HTTP: webhooks in, pages out, and whether it
 * is well.
 *
 * @module
 */

import { Hono } from "hono";
import { receiveWebhook, type Webhook } from "../../forge/mod.ts";
import { type PreviewEntry, renderIndex } from "../../preview/mod.ts";
import type { ConfiguredForge } from "../forge/open_configured_forge.ts";
import type { Hints } from "../hints.ts";
import { previewedBy } from "../preview/preview_branches.ts";
import type { PreviewStore, StoredPreview } from "../preview/store.ts";

/**
 * Nothing that a page shows may load, send or embed anything; what may run is
 * narrowed further by the page itself, which knows its script by its digest.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "sandbox allow-scripts allow-same-origin allow-downloads",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** What the service answers with. */
export interface AppOptions {
  /** Left out, no webhook is let in. */
  readonly webhooks?: ConfiguredForge["webhooks"] | undefined;
  readonly store: PreviewStore;
  /** The built-in files, which pages take their style from. */
  readonly builtIn: ReadonlyMap<string, string>;
  /** Asked to look when a webhook says that something happened. */
  readonly hints: readonly Hints[];
  /** Why the service does not do its work; `undefined` where it does. */
  readonly trouble: () => string | undefined;
}

/**
 * Makes what answers.
 *
 * @param options What it answers with.
 * @returns The application.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { PreviewStore } from "../preview/store.ts";
 * const app = makeApp({
 *   store: new PreviewStore("/tmp/previews"),
 *   builtIn: new Map(),
 *   hints: [],
 *   trouble: () => "Cannot reach the forge",
 * });
 * assertEquals((await app.request("/healthz")).status, 200);
 * assertEquals((await app.request("/readyz")).status, 503);
 * ```
 */
export function makeApp(options: AppOptions): Hono {
  const { store, builtIn, trouble } = options;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      context.header(name, value);
    }
  });
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", (context) => {
    const reason = trouble();
    return reason === undefined
      ? context.text("ok\n")
      : context.text(`${reason}\n`, 503);
  });
  app.get(
    "/previews",
    (context) => context.html(renderIndex(store.all().map(entryOf), builtIn)),
  );
  app.get("/previews/:id", (context) => {
    const preview = store.get(context.req.param("id"));
    return preview === undefined
      ? context.text("Cannot find a preview of this change\n", 404)
      : context.html(preview.report);
  });
  app.post("/hooks/:name", async (context) => {
    const { webhooks, hints } = options;
    if (webhooks === undefined || context.req.param("name") !== webhooks.kind) {
      return context.text("Cannot find such a hook\n", 404);
    }
    const webhook = await receiveWebhook(context.req.raw, {
      ...webhooks,
      now: Date.now(),
    });
    if (webhook.kind === "refused") {
      return context.text(`${webhook.reason}\n`, webhook.status);
    }
    if (isWorthALook(webhook)) { for (const each of hints) each.give(); }
    return context.text("accepted\n", 202);
  });
  return app;
}

function entryOf(preview: StoredPreview): PreviewEntry {
  const { id, title, head, state, description } = preview;
  const path = `previews/${encodeURIComponent(id)}`;
  return { id, title, path, head, status: { state, description } };
}

/** The service pushes preview branches itself, and would look forever. */
function isWorthALook(webhook: Webhook): boolean {
  if (webhook.kind === "pull-request") return true;
  return webhook.kind === "push" &&
    webhook.refs.some(({ ref }) =>
      previewedBy(ref.replace(/^refs\/heads\//, "")) === undefined
    );
}
