import { withClaim } from "./claim.ts";
import { runGit } from "./git.ts";
import type { Remote } from "./remote.ts";
import type { Repository } from "./repository.ts";

/**
 * Brings what a refspec names here, without its history. Fetches into one
 * repository take turns.
 *
 * @param repository Where it goes.
 * @param remote Where it comes from.
 * @param options The refspec, and what ends the work early.
 * @returns How git ended, and what it said.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const here = await initRepository(`${directory}/here`);
 * const outcome = openRemote(`${directory}/there`);
 * if (outcome.kind === "remote") {
 *   const refspec = "+refs/heads/main:refs/k0render/main";
 *   const { code } = await fetchShallow(here, outcome.remote, { refspec });
 *   assertEquals(code === 0, false);
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fetchShallow(
  repository: Repository,
  remote: Remote,
  options: { refspec: string; signal?: AbortSignal },
): Promise<{ readonly code: number; readonly stderr: string }> {
  const { refspec, ...rest } = options;
  return await withClaim(
    repository,
    () =>
      runGit([
        "fetch",
        "--quiet",
        "--depth=1",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-auto-maintenance",
        "--",
        remote.url,
        refspec,
      ], { ...remote.access, ...rest, directory: repository.directory }),
    rest,
  );
}
