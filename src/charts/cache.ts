/**
 * Archives that were fetched before, by their digests.
 *
 * Nothing in the cache is trusted: an archive is what its name says, or it is
 * as if it were not there. Any number of processes may use one cache, since
 * files only ever appear whole and are never changed.
 *
 * @module
 */

import { join } from "@std/path";
import { digestOf } from "./digest.ts";

/** Archives that were fetched before. */
export interface ChartCache {
  /**
   * Reads an archive.
   *
   * @param digest Its SHA-256, as `sha256:` and hex digits.
   * @returns The archive; `undefined` where it is missing or damaged.
   */
  read(digest: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Keeps an archive.
   *
   * @param digest Its SHA-256.
   * @param archive The archive.
   */
  write(digest: string, archive: Uint8Array): Promise<void>;
}

const DIGEST = /^sha256:([0-9a-f]{64})$/;

/**
 * Opens a cache.
 *
 * @param directory Where it is; made when something is kept.
 * @returns The cache.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { digestOf } from "./digest.ts";
 * const directory = await Deno.makeTempDir();
 * const cache = openChartCache(directory);
 * const archive = new Uint8Array([1, 2]);
 * const digest = await digestOf(archive);
 * await cache.write(digest, archive);
 * assertEquals(await cache.read(digest), archive);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export function openChartCache(directory: string): ChartCache {
  return {
    async read(digest) {
      const path = pathOf(directory, digest);
      const archive = await readIfThere(path);
      if (archive === undefined) return undefined;
      return await digestOf(archive) === digest ? archive : undefined;
    },
    async write(digest, archive) {
      const path = pathOf(directory, digest);
      await Deno.mkdir(directory, { recursive: true });
      const draft = await Deno.makeTempFile({ dir: directory });
      try {
        await Deno.writeFile(draft, archive);
        await Deno.rename(draft, path);
      } catch (error) {
        await Deno.remove(draft);
        throw error;
      }
    },
  };
}

function pathOf(directory: string, digest: string): string {
  const hex = DIGEST.exec(digest)?.[1];
  if (hex === undefined) {
    throw new RangeError(`Cannot keep "${digest}": it is no SHA-256`);
  }
  return join(directory, `${hex}.tgz`);
}

async function readIfThere(
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
