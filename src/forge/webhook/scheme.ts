/**
 * What differs between the webhooks of forges.
 *
 * @module
 */

import type { z } from "zod";
import type {
  PushedRef,
  Webhook,
  WebhookCheck,
  WebhookRequest,
} from "./webhook.ts";

/** What a payload says, before it is known which delivery it is. */
export type Hint =
  | {
    readonly kind: "push";
    readonly repository: string;
    readonly refs: readonly PushedRef[];
  }
  | {
    readonly kind: "pull-request";
    readonly repository: string;
    readonly pullRequest: string;
  }
  | Extract<Webhook, { kind: "ping" | "ignored" }>;

/** The webhooks of one forge. */
export interface WebhookScheme {
  /**
   * Whether a request comes from who knows the secret.
   *
   * @param request The request; nothing of its body has been parsed.
   * @param check The secret, and the time.
   * @returns Whether it does; never with an empty secret.
   */
  isGenuine(request: WebhookRequest, check: WebhookCheck): boolean;
  /**
   * The name of a delivery.
   *
   * @param headers The headers.
   * @param payload The payload.
   * @returns The name, if the forge gives one.
   */
  deliveryOf(headers: Headers, payload: unknown): string | undefined;
  /**
   * Reads a payload.
   *
   * @param headers The headers.
   * @param payload The payload.
   * @returns What it says.
   */
  read(headers: Headers, payload: unknown): Hint;
}

/**
 * Reads a payload by the schema of its event.
 *
 * @param payload The payload.
 * @param event Its schema, and what is made of it.
 * @returns The hint; a payload that does not fit is ignored.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { z } from "zod";
 * const schema = z.object({ zen: z.string() });
 * const hint = readEvent({}, { schema, hint: () => ({ kind: "ping" }) });
 * assertEquals(hint.kind, "ignored");
 * ```
 */
export function readEvent<Payload>(
  payload: unknown,
  event: {
    readonly schema: z.ZodType<Payload>;
    readonly hint: (payload: Payload) => Hint;
  },
): Hint {
  const result = event.schema.safeParse(payload);
  if (result.success) return event.hint(result.data);
  const [issue] = result.error.issues;
  return {
    kind: "ignored",
    reason: `its "${issue?.path.join(".")}" is not understood`,
  };
}

/**
 * A ref that was pushed; no commit means that it was deleted.
 *
 * @param ref The full name.
 * @param sha The commit it stands at now; zeros for none.
 * @returns The ref.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pushedRef("refs/heads/a", "0".repeat(40)), { ref: "refs/heads/a" });
 * ```
 */
export function pushedRef(
  ref: string,
  sha: string | null | undefined,
): PushedRef {
  const none = sha === null || sha === undefined || /^0*$/.test(sha);
  return none ? { ref } : { ref, sha };
}
