/**
 * The commit that a Flux GitRepository stands at.
 *
 * @module
 */

import {
  branchRef,
  fetchCommit,
  fetchRef,
  isRef,
  readRemoteTags,
  type Remote,
  type Repository,
  resolveCommit,
} from "../../git/mod.ts";
import type { GitReference } from "../../templates/helm/lock/mod.ts";
import { chooseVersion } from "../repository/choose_version.ts";
import { Unavailable } from "../unavailable.ts";

const TAGS = "refs/tags/";

/** A repository on disk, and the remote that it mirrors. */
export interface Mirror {
  readonly repository: Repository;
  readonly remote: Remote;
  readonly signal?: AbortSignal;
}

/**
 * Fetches the commit that is named.
 *
 * @param mirror The repository.
 * @param reference The commit's name; as for Flux, a commit goes before a ref,
 * a ref before a range of tags, a tag before a branch.
 * @returns The commit's full name.
 * @throws {Unavailable} If there is no such commit, or no way to it.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { initRepository, openRemote } from "../../git/mod.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const outcome = openRemote("https://git.example/a.git");
 * if (outcome.kind === "remote") {
 *   const mirror = { repository, remote: outcome.remote };
 *   await assertRejects(
 *     () => findCommit(mirror, { commit: "main" }),
 *     Unavailable,
 *     "no commit's full name",
 *   );
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function findCommit(
  mirror: Mirror,
  reference: GitReference,
): Promise<string> {
  const { commit, name, semver, tag, branch = "master" } = reference;
  if (commit) return await takeCommit(mirror, commit);
  if (name) return await takeRef(mirror, name);
  if (semver) return await takeRef(mirror, await newestTag(mirror, semver));
  if (tag) return await takeRef(mirror, `${TAGS}${tag}`);
  return await takeRef(mirror, branchRef(branch));
}

async function takeCommit(mirror: Mirror, oid: string): Promise<string> {
  const { repository, remote, ...rest } = mirror;
  if (!/^[0-9a-f]{40}$/.test(oid)) {
    throw new Unavailable(`"${oid}" is no commit's full name`);
  }
  const fetched = await fetchCommit(repository, remote, { oid, ...rest });
  if (fetched.kind === "fetched") return oid;
  throw new Unavailable(fetched.reason);
}

async function takeRef(mirror: Mirror, ref: string): Promise<string> {
  const { repository, remote, ...rest } = mirror;
  if (!isRef(ref)) throw new Unavailable(`"${ref}" is no name of a ref`);
  const fetched = await fetchRef(repository, remote, { ref, ...rest });
  if (fetched.kind !== "fetched") throw new Unavailable(fetched.reason);
  const commit = fetched.oid === undefined
    ? undefined
    : await resolveCommit(repository, fetched.oid);
  if (commit !== undefined) return commit;
  throw new Unavailable(`"${remote.url}" has no "${ref}"`);
}

async function newestTag(mirror: Mirror, range: string): Promise<string> {
  const { remote, signal } = mirror;
  const found = await readRemoteTags(
    remote,
    signal === undefined ? {} : { signal },
  );
  if (found.kind !== "refs") throw new Unavailable(found.reason);
  const offers = [...found.refs.keys()].map((ref) => ({
    version: ref.slice(TAGS.length),
  }));
  return `${TAGS}${chooseVersion(offers, range).version}`;
}
