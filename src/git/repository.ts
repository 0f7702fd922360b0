/**
 * A bare repository of our own, on disk.
 *
 * It has no index and no work tree, so there is nothing to check out and
 * nothing to be left half done. Any number of readers and writers may work at
 * the same time: objects are only ever added, and everything that outlives an
 * operation is moved by compare-and-swap on the remote, not here. Only fetching
 * and {@linkcode tidyRepository} wait for each other, see claim.ts.
 *
 * @module
 */

import { withClaim } from "./claim.ts";
import { git, runGit } from "./git.ts";
import { branchRef, isBranch } from "./ref.ts";

/** A repository on disk. */
export interface Repository {
  /** Its git directory. */
  readonly directory: string;
}

/** How a repository is made. */
export interface InitOptions {
  /** The branch that `HEAD` names. @default "main" */
  readonly branch?: string;
  readonly signal?: AbortSignal;
}

/**
 * Makes a bare repository, or takes the one that is there already.
 *
 * @param directory Where; made where it is missing.
 * @param options Which branch `HEAD` names.
 * @returns The repository.
 * @throws {RangeError} If the branch is no valid name.
 * @throws {GitError} If git cannot write there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * assertEquals(await initRepository(directory), { directory });
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function initRepository(
  directory: string,
  options: InitOptions = {},
): Promise<Repository> {
  const { branch = "main", signal } = options;
  checkBranch(branch);
  await Deno.mkdir(directory, { recursive: true });
  await git([
    "init",
    "--quiet",
    "--bare",
    "--template=",
    "--object-format=sha1",
    `--initial-branch=${branch}`,
  ], { directory, ...(signal === undefined ? {} : { signal }) });
  return { directory };
}

/**
 * Points `HEAD` at a branch, so that a plain clone gets that branch.
 *
 * @param repository The repository.
 * @param branch The branch, which need not exist yet.
 * @throws {RangeError} If the branch is no valid name.
 *
 * @example
 * ```ts
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * await setHead(repository, "rendered");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function setHead(
  repository: Repository,
  branch: string,
): Promise<void> {
  checkBranch(branch);
  await git(["symbolic-ref", "HEAD", branchRef(branch)], {
    directory: repository.directory,
  });
}

/**
 * Finds the commit that a revision of a local repository names.
 *
 * @param repository The repository.
 * @param revision A branch, tag, ref or commit, as people write it.
 * @returns The commit's full name, or `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * assertEquals(await resolveCommit(repository, "main"), undefined);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function resolveCommit(
  repository: Repository,
  revision: string,
): Promise<string | undefined> {
  const { code, stdout } = await runGit([
    "rev-parse",
    "--quiet",
    "--verify",
    "--end-of-options",
    `${revision}^{commit}`,
  ], { directory: repository.directory });
  return code === 0 ? stdout.trim() : undefined;
}

/**
 * Packs a repository and drops what nothing refers to any more. Objects that
 * were written within the last hour stay, so that a write under way is safe.
 *
 * @param repository The repository.
 * @param options What may end the work early.
 *
 * @example
 * ```ts
 * const directory = await Deno.makeTempDir();
 * await tidyRepository(await initRepository(directory));
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function tidyRepository(
  repository: Repository,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const { directory } = repository;
  await withClaim(repository, async () => {
    await removeCrashReports(directory);
    await git(["gc", "--quiet", "--prune=1.hour.ago"], {
      directory,
      ...options,
    });
  }, options);
}

/** What `git fast-import` leaves behind where its writer was killed. */
async function removeCrashReports(directory: string): Promise<void> {
  for await (const { name } of Deno.readDir(directory)) {
    if (!name.startsWith("fast_import_crash_")) continue;
    await Deno.remove(`${directory}/${name}`);
  }
}

function checkBranch(branch: string): void {
  if (isBranch(branch)) return;
  throw new RangeError(`Cannot use "${branch}": it is no valid branch name`);
}
