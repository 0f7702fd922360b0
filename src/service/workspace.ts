/**
 * The repositories that k0render keeps on disk: a disposable cache.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { join } from "@std/path";
import { initRepository, type Remote, type Repository } from "../git/mod.ts";

/**
 * Where the cache lies when nobody says otherwise.
 *
 * @returns `$XDG_CACHE_HOME/k0render`, `~/.cache/k0render` where that is not
 * set, or a directory among the temporary files where there is no home.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(defaultCacheDirectory().includes("k0render"));
 * ```
 */
export function defaultCacheDirectory(): string {
  const xdg = Deno.env.get("XDG_CACHE_HOME");
  if (xdg) return join(xdg, "k0render");
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE");
  if (home) return join(home, ".cache", "k0render");
  return join(Deno.env.get("TMPDIR") ?? "/tmp", "k0render");
}

/**
 * Opens the repository that mirrors a remote.
 *
 * Its name is a digest, so that no address ever becomes a path.
 *
 * @param cache The cache directory.
 * @param remote The remote.
 * @param options Whether commits are kept with their history; such a mirror is
 * one of its own.
 * @returns The repository, made where it is missing.
 *
 * @example
 * ```ts
 * import { openRemote } from "../git/mod.ts";
 * const cache = await Deno.makeTempDir();
 * const outcome = openRemote("https://example.com/fleet.git");
 * if (outcome.kind === "remote") await openMirror(cache, outcome.remote);
 * await Deno.remove(cache, { recursive: true });
 * ```
 */
export async function openMirror(
  cache: string,
  remote: Remote,
  options: { history?: boolean } = {},
): Promise<Repository> {
  const name = new TextEncoder().encode(remote.url);
  const digest = encodeHex(await crypto.subtle.digest("SHA-256", name));
  const suffix = options.history === true ? "-history" : "";
  return await initRepository(
    join(cache, `${digest.slice(0, 32)}${suffix}.git`),
  );
}
