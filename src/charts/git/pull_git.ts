/**
 * Charts from Git repositories.
 *
 * @module
 */

import { readBlobs } from "../../git/blobs.ts";
import { listTree, type TreeItem } from "../../git/mod.ts";
import type { ChartFile } from "../../templates/helm/chart/chart_file.ts";
import { withoutIgnored } from "../../templates/helm/chart/helmignore.ts";
import { packChart } from "../../templates/helm/lock/mod.ts";
import { digestOf } from "../digest.ts";
import { FETCH_LIMITS } from "../limits.ts";
import { Unavailable } from "../unavailable.ts";
import type { Mirror } from "./find_commit.ts";

/** The archive of a chart in a Git repository. */
export interface GitArchive {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/**
 * Packs a chart as it stands in a commit. The same files give the same
 * archive; a chart that is an archive already stays as it is.
 *
 * @param mirror The repository.
 * @param commit The commit's full name.
 * @param path The chart's directory or archive.
 * @returns The archive.
 * @throws {Unavailable} If there is none, or it holds links or submodules.
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
 *     () => packFromGit(mirror, "0".repeat(40), "../charts"),
 *     Unavailable,
 *     "leads out of the repository",
 *   );
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function packFromGit(
  mirror: Mirror,
  commit: string,
  path: string,
): Promise<GitArchive> {
  const home = plainPath(path);
  const items: TreeItem[] = [];
  let size = 0;
  for await (const item of listTree(mirror.repository, commit, mirror)) {
    if (item.path !== home && !isBelow(item.path, home)) continue;
    if (item.mode === "040000") continue;
    refuseSpecial(item);
    size += item.size;
    if (size > FETCH_LIMITS.archive) {
      throw new Unavailable(
        `"${path}" has more than ${FETCH_LIMITS.archive} bytes`,
      );
    }
    items.push(item);
  }
  const [first] = items;
  if (first === undefined) {
    throw new Unavailable(
      `"${mirror.remote.url}" has no "${path}" at commit ${
        commit.slice(0, 12)
      }`,
    );
  }
  const contents = await Array.fromAsync(
    readBlobs(mirror.repository, items.map(({ oid }) => oid), mirror),
  );
  if (first.path === home) return await archiveOf(contents[0]!);
  const files = items.map((item, index): ChartFile => ({
    path: home === "" ? item.path : item.path.slice(home.length + 1),
    bytes: contents[index]!,
  }));
  const name = home.split("/").at(-1) || "chart";
  return await archiveOf(packChart(withoutIgnored(files), name));
}

async function archiveOf(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<GitArchive> {
  return { bytes, digest: await digestOf(bytes) };
}

function isBelow(path: string, home: string): boolean {
  return home === "" || path.startsWith(`${home}/`);
}

/** `./charts//aws/` is `charts/aws`. */
function plainPath(path: string): string {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  if (!names.includes("..")) return names.join("/");
  throw new Unavailable(`"${path}" leads out of the repository`);
}

function refuseSpecial({ mode, path }: TreeItem): void {
  if (mode === "120000") throw new Unavailable(`"${path}" is a symbolic link`);
  if (mode === "160000") throw new Unavailable(`"${path}" is a submodule`);
}
