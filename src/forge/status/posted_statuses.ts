import type { CommitStatus, StatusTarget } from "../forge.ts";

/** The statuses that a forge has taken from us. */
export interface PostedStatuses {
  /**
   * Whether a status is the last that was posted for its target and context.
   *
   * @param target What it is for.
   * @param status The status.
   * @returns Whether it is.
   */
  has(target: StatusTarget, status: CommitStatus): boolean;
  /**
   * Remembers a status that the forge took.
   *
   * @param target What it is for.
   * @param status The status.
   */
  add(target: StatusTarget, status: CommitStatus): void;
}

/** How many are remembered: GitHub takes 1,000 for a commit and a context. */
const MAX_REMEMBERED = 5000;

/**
 * Remembers what was posted, so that nothing is posted twice in a row.
 *
 * @returns An empty memory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const posted = postedStatuses();
 * const target = { sha: "0".repeat(40) };
 * const status = {
 *   state: "pending",
 *   context: "k0render/preview",
 *   description: "Rendering",
 *   url: "https://k0render.example",
 * } as const;
 * posted.add(target, status);
 * assertEquals(posted.has(target, status), true);
 * assertEquals(posted.has(target, { ...status, state: "success" }), false);
 * ```
 */
export function postedStatuses(): PostedStatuses {
  const last = new Map<string, string>();
  const keyOf = ({ sha, pullRequest }: StatusTarget, context: string) =>
    JSON.stringify([sha, pullRequest, context]);
  const valueOf = ({ state, description, url }: CommitStatus) =>
    JSON.stringify([state, description, url]);
  return {
    has(target, status) {
      return last.get(keyOf(target, status.context)) === valueOf(status);
    },
    add(target, status) {
      const key = keyOf(target, status.context);
      last.delete(key);
      last.set(key, valueOf(status));
      const [oldest] = last.keys();
      if (last.size > MAX_REMEMBERED) last.delete(oldest ?? key);
    },
  };
}
