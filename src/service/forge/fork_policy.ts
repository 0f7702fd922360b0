import type { PullRequest } from "../../forge/mod.ts";

/** Whether pull requests from forks are rendered. */
export type ForkPolicy =
  | { readonly kind: "off" | "on" }
  /** Those that somebody with the right to do so gave a label. */
  | { readonly kind: "label"; readonly label: string };

/**
 * Reads the setting `forks`.
 *
 * @param text `off`, `on` or `label:<name>`.
 * @returns The policy; `off` for anything else.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(forkPolicy("label:ok to render"), {
 *   kind: "label",
 *   label: "ok to render",
 * });
 * ```
 */
export function forkPolicy(text: string): ForkPolicy {
  const label = /^label:(.+)$/.exec(text)?.[1];
  if (label !== undefined) return { kind: "label", label };
  return { kind: text === "on" ? "on" : "off" };
}

/**
 * Whether a pull request may be rendered, as far as its origin goes.
 *
 * @param policy The policy.
 * @param pullRequest The pull request.
 * @returns Whether it may.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const fork = { fork: true, labels: ["ok"] };
 * assertEquals(mayRender({ kind: "off" }, fork), false);
 * assertEquals(mayRender({ kind: "label", label: "ok" }, fork), true);
 * assertEquals(mayRender({ kind: "off" }, { fork: false, labels: [] }), true);
 * ```
 */
export function mayRender(
  policy: ForkPolicy,
  pullRequest: Pick<PullRequest, "fork" | "labels">,
): boolean {
  if (!pullRequest.fork || policy.kind === "on") return true;
  return policy.kind === "label" && pullRequest.labels.includes(policy.label);
}
