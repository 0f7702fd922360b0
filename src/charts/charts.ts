/**
 * Charts from wherever templates say that they are.
 *
 * @module
 */

import { join } from "@std/path";
import type {
  ChartAddress,
  ChartRequest,
  LockedChart,
} from "../templates/helm/lock/mod.ts";
import { openChartCache } from "./cache.ts";
import { ShortMemory } from "./short_memory.ts";
import { type Fetched, type FetchedChart, unpackChart } from "./chart_files.ts";
import { findCommit, type Mirror } from "./git/find_commit.ts";
import { openChartMirror } from "./git/mirror.ts";
import { packFromGit } from "./git/pull_git.ts";
import type { Client } from "./http/client.ts";
import { pullBlob, pullFromRegistry } from "./oci/pull.ts";
import { openRegistry, type Registry } from "./oci/registry.ts";
import {
  type HttpRepository,
  openHttpRepository,
  pullFromRepository,
} from "./repository/http_repository.ts";
import {
  type Availability,
  catchUnavailable,
  Unavailable,
} from "./unavailable.ts";

/** Where charts are had from. */
export interface Charts {
  /**
   * Finds the newest chart that a request allows, and fetches it.
   *
   * @param request What a template asks for.
   * @returns The chart, or why there is none.
   */
  resolve(request: ChartRequest): Promise<Availability<FetchedChart>>;
  /**
   * Takes the very chart that was locked, from the cache where it is there.
   *
   * @param chart The locked chart.
   * @returns The chart, or why it cannot be had.
   */
  load(chart: LockedChart): Promise<Availability<FetchedChart>>;
}

/** What charts are fetched with. */
export interface ChartsOptions {
  /** Where archives and mirrors are kept; may be deleted at any time. */
  readonly directory: string;
  readonly client: Client;
}

/**
 * Opens the way to charts. A repository is opened once for all charts that are
 * asked of it in short order.
 *
 * @param options Where charts are kept, and what may be connected to.
 * @returns The way to charts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeEgress } from "./egress/egress.ts";
 * const charts = openCharts({
 *   directory: "charts",
 *   client: { egress: makeEgress({ hosts: [] }) },
 * });
 * const outcome = await charts.resolve({
 *   template: { kind: "ClusterTemplate", namespace: "prod", name: "aws" },
 *   chart: "aws-standalone-cp",
 *   version: "1.x",
 *   source: { kind: "oci", url: "oci://ghcr.io/team/charts" },
 * });
 * assertEquals(outcome.kind, "unavailable");
 * ```
 */
export function openCharts({ directory, client }: ChartsOptions): Charts {
  const cache = openChartCache(join(directory, "archives"));
  const repositories = new ShortMemory<HttpRepository>();
  const mirrors = new ShortMemory<Mirror>();

  function repositoryAt(url: string): Promise<HttpRepository> {
    return repositories.take(url, () => {
      const parsed = URL.parse(url);
      if (parsed !== null && /^https?:$/.test(parsed.protocol)) {
        return openHttpRepository(client, parsed);
      }
      throw new Unavailable(`"${url}" is no URL with https://`);
    });
  }

  function mirrorOf(url: string): Promise<Mirror> {
    return mirrors.take(
      url,
      () => openChartMirror(client, url, join(directory, "git")),
    );
  }

  function registryOf(
    source: Extract<ChartAddress, { kind: "oci" }>,
    chart: string,
  ): Registry {
    const url = `${source.url.replace(/\/+$/, "")}/${chart}`;
    return openRegistry(client, url, { plainHttp: source.insecure === true });
  }

  async function fetchNewest(request: ChartRequest): Promise<Fetched> {
    const { source, chart, version } = request;
    switch (source.kind) {
      case "http":
        return await pullFromRepository(
          client,
          await repositoryAt(source.url),
          { chart, version },
        );
      case "oci":
        return await pullFromRegistry(registryOf(source, chart), version);
      case "git": {
        const mirror = await mirrorOf(source.url);
        const commit = await findCommit(mirror, source.ref);
        return { ...await packFromGit(mirror, commit, chart), commit };
      }
    }
  }

  async function fetchLocked(request: LockedChart): Promise<Fetched> {
    const { source, chart, locked } = request;
    switch (source.kind) {
      case "http":
        return await pullFromRepository(
          client,
          await repositoryAt(source.url),
          { chart, version: locked.version },
        );
      case "oci":
        return await pullBlob(registryOf(source, chart), locked.digest);
      case "git": {
        const mirror = await mirrorOf(source.url);
        const { commit = "" } = locked;
        await findCommit(mirror, { commit });
        return { ...await packFromGit(mirror, commit, chart), commit };
      }
    }
  }

  return {
    resolve: (request) =>
      catchUnavailable(async () => {
        const fetched = await fetchNewest(request);
        const chart = unpackChart(fetched);
        await cache.write(fetched.digest, fetched.bytes);
        return chart;
      }),
    load: (chart) =>
      catchUnavailable(async () => {
        const { digest, commit } = chart.locked;
        const kept = await cache.read(digest);
        const known = commit === undefined ? {} : { commit };
        if (kept !== undefined) {
          return unpackChart({ bytes: kept, digest, ...known });
        }
        const fetched = await fetchLocked(chart);
        if (fetched.digest !== digest) {
          throw new Unavailable(
            `its digest is "${fetched.digest}", but "${digest}" was locked`,
            "Find out who changed it. If the change is meant, run k0render charts lock.",
          );
        }
        await cache.write(digest, fetched.bytes);
        return unpackChart(fetched);
      }),
  };
}
