/**
 * From an archive to a chart that can be locked.
 *
 * @module
 */

import { loadChart } from "../templates/helm/chart/load_chart.ts";
import { readArchive } from "../templates/helm/chart/archive.ts";
import { catchProblems } from "../templates/helm/chart/chart_error.ts";
import type { ChartFile } from "../templates/helm/chart/chart_file.ts";
import { digestOfFiles, type Locked } from "../templates/helm/lock/mod.ts";
import { Unavailable } from "./unavailable.ts";

/** A chart that was fetched. */
export interface FetchedChart {
  readonly locked: Locked;
  readonly files: readonly ChartFile[];
}

/** An archive, and what is known of it. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly commit?: string;
}

/**
 * Unpacks an archive, and reads what the chart says of itself.
 *
 * @param fetched The archive.
 * @returns The chart.
 * @throws {Unavailable} If the archive is not safe, or holds no chart.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { Unavailable } from "./unavailable.ts";
 * assertThrows(
 *   () => unpackChart({ bytes: new Uint8Array(), digest: "sha256:0" }),
 *   Unavailable,
 *   "Cannot unpack",
 * );
 * ```
 */
export function unpackChart(fetched: Fetched): FetchedChart {
  const { bytes, digest, commit } = fetched;
  const unpacked = catchProblems(() =>
    readArchive(bytes, { name: digest.slice(0, 19) })
  );
  const files = unpacked.result ?? [];
  const loaded = unpacked.result === undefined
    ? { problems: unpacked.problems }
    : loadChart(files);
  const [problem] = loaded.problems;
  if (loaded.chart === undefined) {
    throw new Unavailable(problem?.message ?? "it holds no chart");
  }
  const { name, version } = loaded.chart.metadata;
  return {
    files,
    locked: {
      name,
      version,
      digest,
      files: digestOfFiles(files),
      ...(commit === undefined ? {} : { commit }),
    },
  };
}
