/**
 * Charts in archives, which nobody has checked before us.
 *
 * @module
 */

import { gunzipSync } from "node:zlib";
import { HELM_RULES } from "../rules.ts";
import { type ChartError, chartError } from "./chart_error.ts";
import { type ChartFile, withoutMark } from "./chart_file.ts";
import { readTar } from "./tar.ts";

/** How large a chart may be. */
export interface ChartLimits {
  /** An archive as it comes. */
  readonly maxArchiveBytes: number;
  /** All files of a chart, unpacked. */
  readonly maxBytes: number;
  /** One file, unpacked. */
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  /** How many bytes may come of one of an archive that exceeds 1 MiB. */
  readonly maxExpansion: number;
  /** How many archives may lie within one another. */
  readonly maxNesting: number;
}

/** Limits for charts: Helm's own, and some that Helm lacks. */
export const DEFAULT_CHART_LIMITS: ChartLimits = {
  maxArchiveBytes: 16 * 1024 * 1024,
  maxBytes: 100 * 1024 * 1024,
  maxFileBytes: 5 * 1024 * 1024,
  maxEntries: 10_000,
  maxExpansion: 200,
  maxNesting: 8,
};

const UNSUSPICIOUS_BYTES = 1024 * 1024;

/**
 * Unpacks the archive of a chart.
 *
 * @param archive What `helm package` wrote.
 * @param options The archive's name for messages, and how large it may be.
 * @returns The files of the chart, by their paths within its directory.
 * @throws {ChartError} Where it is no such archive, or not a safe one.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { ChartError } from "./chart_error.ts";
 * assertThrows(
 *   () => readArchive(new Uint8Array([1, 2]), { name: "own.tgz" }),
 *   ChartError,
 *   'Cannot unpack chart archive "own.tgz": it is not compressed by gzip',
 * );
 * ```
 */
export function readArchive(
  archive: Uint8Array,
  options: { readonly name: string; readonly limits?: ChartLimits },
): ChartFile[] {
  const { name, limits = DEFAULT_CHART_LIMITS } = options;
  if (archive.length > limits.maxArchiveBytes) {
    throw refuse(name, `it has more than ${limits.maxArchiveBytes} bytes`);
  }
  const tar = readTar(unpack(archive, name, limits), limits);
  if (tar.kind === "refused") throw refuse(name, tar.reason);
  const [first] = tar.files;
  if (first === undefined) throw refuse(name, "it holds no files");
  const top = topOf(first.path);
  return tar.files.map(({ path, bytes }) => {
    if (bytes.length > limits.maxFileBytes) {
      throw refuse(
        name,
        `"${path}" has more than ${limits.maxFileBytes} bytes`,
      );
    }
    if (top === "" || topOf(path) !== top || !isPlain(path)) {
      throw refuse(name, `"${path}" is no path within one directory`);
    }
    return { path: path.slice(top.length + 1), bytes: withoutMark(bytes) };
  });
}

function unpack(
  archive: Uint8Array,
  name: string,
  limits: ChartLimits,
): Uint8Array {
  if (archive[0] !== 0x1f || archive[1] !== 0x8b) {
    throw refuse(name, "it is not compressed by gzip");
  }
  const expanded = Math.max(
    UNSUSPICIOUS_BYTES,
    archive.length * limits.maxExpansion,
  );
  const maxOutputLength = Math.min(limits.maxBytes, expanded);
  try {
    // A Buffer of Node shares its memory where a Uint8Array makes a copy.
    return new Uint8Array(gunzipSync(archive, { maxOutputLength }));
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw refuse(
      name,
      isTooLarge
        ? `it unpacks to more than ${maxOutputLength} bytes`
        : "its compression is damaged",
    );
  }
}

function topOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf("/")));
}

function isPlain(path: string): boolean {
  return !/[\\\0]/.test(path) &&
    path.split("/").every((name) =>
      name !== "" && name !== "." && name !== ".."
    ) && !/^[a-zA-Z]:/.test(path.slice(topOf(path).length + 1));
}

function refuse(name: string, reason: string): ChartError {
  const message = `Cannot unpack chart archive "${name}": ${reason}`;
  return chartError(HELM_RULES["helm/archive"], name, message);
}
