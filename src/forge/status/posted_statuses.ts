import type { CommitStatus, StatusTarget } from "../forge.ts";
import { makeRecent } from "../recent.ts";

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

/**
 * Remembers what was posted, so that nothing is posted twice in a row: GitHub
 * takes no more than 1,000 statuses for a commit and a context.
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
  const last = makeRecent<string>();
  const keyOf = ({ sha, pullRequest }: StatusTarget, context: string) =>
    JSON.stringify([sha, pullRequest, context]);
  const valueOf = ({ state, description, url }: CommitStatus) =>
    JSON.stringify([state, description, url]);
  return {
    has(target, status) {
      return last.get(keyOf(target, status.context)) === valueOf(status);
    },
    add(target, status) {
      last.set(keyOf(target, status.context), valueOf(status));
    },
  };
}
