/**
 * `k0render charts lock`: from requests to the charts that answer them.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import { type Finding, makeFinding } from "../../model/mod.ts";
import type { TemplateRequest } from "../../render/mod.ts";
import {
  type ChartLock,
  formatTemplate,
  LOCK_RULES,
  type LockedChart,
  makeLock,
} from "../../templates/helm/lock/mod.ts";

/** A lock, and what could not be locked. */
export interface LockOutcome {
  readonly lock: ChartLock;
  readonly findings: readonly Finding[];
}

/** What charts are locked with. */
export interface LockOptions {
  readonly charts: Charts;
  /** The lock so far; it keeps what cannot be resolved now. */
  readonly previous?: ChartLock | undefined;
}

/** Hosts answer several requests at once, but not any number. */
const AT_ONCE = 4;

/**
 * Finds the newest chart for each request.
 *
 * A version that is published again with other content is refused: whoever
 * means it has to take the old entry out of the lock.
 *
 * @param requests What the templates ask for.
 * @param options Where charts come from, and the lock so far.
 * @returns The lock, and what could not be locked.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeEgress, openCharts } from "../../charts/mod.ts";
 * const charts = openCharts({
 *   directory: "charts",
 *   client: { egress: makeEgress({ hosts: [] }) },
 * });
 * const { lock } = await lockCharts([], { charts });
 * assertEquals(lock.charts, []);
 * ```
 */
export async function lockCharts(
  requests: readonly TemplateRequest[],
  options: LockOptions,
): Promise<LockOutcome> {
  const locked: LockedChart[] = [];
  const findings: Finding[] = [];
  const waiting = requests.values();
  const work = async () => {
    for (const each of waiting) {
      const outcome = await lockOne(each, options);
      if (outcome.chart !== undefined) locked.push(outcome.chart);
      findings.push(...outcome.findings);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { lock: makeLock(locked), findings };
}

async function lockOne(
  { request, place, object }: TemplateRequest,
  { charts, previous }: LockOptions,
): Promise<{ chart?: LockedChart; findings: Finding[] }> {
  const before = previous?.find(request);
  const kept = before?.kind === "locked" ? { chart: before.chart } : {};
  const outcome = await charts.resolve(request);
  if (outcome.kind === "unavailable") {
    const { reason, remedy } = outcome;
    const finding = makeFinding(
      LOCK_RULES["charts/unavailable"],
      `Cannot lock the chart of ${formatTemplate(request.template)}: ${reason}`,
      { place, object, ...(remedy === undefined ? {} : { remedy }) },
    );
    return { ...kept, findings: [finding] };
  }
  const { locked } = outcome.result;
  const known = kept.chart?.locked;
  const isChanged = request.source.kind !== "git" && known !== undefined &&
    known.version === locked.version && known.digest !== locked.digest;
  if (!isChanged) return { chart: { ...request, locked }, findings: [] };
  const finding = makeFinding(
    LOCK_RULES["charts/wrong-digest"],
    `Cannot lock the chart of ${
      formatTemplate(request.template)
    }: version "${locked.version}" had the digest "${known.digest}", now it has "${locked.digest}"`,
    {
      place,
      object,
      remedy:
        "Find out who published it again. If that is meant, remove its entry from k0render.lock, and lock again.",
    },
  );
  return { ...kept, findings: [finding] };
}
