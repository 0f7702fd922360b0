/**
 * `k0render charts vendor`: locked charts as directories of a dry source.
 *
 * A directory, not an archive: what a chart changes can be reviewed where it is
 * merged, and Git stores two versions of a chart in little more than one.
 *
 * @module
 */

import { dirname, join } from "@std/path";
import type { Charts, FetchedChart } from "../../charts/mod.ts";
import { type Finding, makeFinding } from "../../model/mod.ts";
import type { TemplateRequest } from "../../render/mod.ts";
import {
  type ChartLock,
  formatTemplate,
  isVendoredFile,
  LOCK_RULES,
  type LockedChart,
  vendoredPath,
} from "../../templates/helm/lock/mod.ts";

/** What became of a wish to vendor. */
export interface VendorOutcome {
  /** The directories that were written, sorted. */
  readonly written: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Copies locked charts into a dry source. A directory that is there already is
 * replaced as a whole.
 *
 * @param root The directory of the dry source.
 * @param requests The templates whose charts to copy.
 * @param options The lock, and where charts come from.
 * @returns What was written, and which charts could not be had.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeEgress, openCharts } from "../../charts/mod.ts";
 * import { makeLock } from "../../templates/helm/lock/mod.ts";
 * const charts = openCharts({
 *   directory: "charts",
 *   client: { egress: makeEgress({ hosts: [] }) },
 * });
 * const outcome = await vendorCharts(".", [], { lock: makeLock([]), charts });
 * assertEquals(outcome.written, []);
 * ```
 */
export async function vendorCharts(
  root: string,
  requests: readonly TemplateRequest[],
  options: { readonly lock: ChartLock; readonly charts: Charts },
): Promise<VendorOutcome> {
  const findings: Finding[] = [];
  const taken = new Map<string, LockedChart>();
  for (const each of requests) {
    const { request } = each;
    const entry = options.lock.find(request);
    if (entry.kind !== "locked") {
      findings.push(notLocked(each, entry.kind));
      continue;
    }
    const { chart } = entry;
    const path = vendoredPath(chart.locked);
    const other = taken.get(path);
    if (other !== undefined) {
      if (other.locked.files !== chart.locked.files) {
        findings.push(samePath(each, path, other));
      }
      continue;
    }
    const outcome = await options.charts.load(chart);
    if (outcome.kind === "available") {
      await replaceDirectory(join(root, path), outcome.result);
      taken.set(path, chart);
      continue;
    }
    const { reason, remedy } = outcome;
    findings.push(makeFinding(
      LOCK_RULES["charts/unavailable"],
      `Cannot vendor the chart of ${
        formatTemplate(request.template)
      }: ${reason}`,
      { ...placeOf(each), ...(remedy === undefined ? {} : { remedy }) },
    ));
  }
  return { written: [...taken.keys()].sort(), findings };
}

/** Written beside it first, so that half a chart is never to be seen. */
async function replaceDirectory(
  target: string,
  { files }: FetchedChart,
): Promise<void> {
  const parent = dirname(target);
  await Deno.mkdir(parent, { recursive: true });
  if ((await Deno.lstat(parent)).isSymlink) {
    throw new Error(`Cannot write to "${parent}": it is a symbolic link`);
  }
  const draft = await Deno.makeTempDir({ dir: parent, prefix: "." });
  try {
    for (const { path, bytes } of files) {
      if (!isVendoredFile(path)) continue;
      await Deno.mkdir(join(draft, dirname(path)), { recursive: true });
      await Deno.writeFile(join(draft, path), bytes);
    }
    await removeIfThere(target);
    await Deno.chmod(draft, 0o755);
    await Deno.rename(draft, target);
  } catch (error) {
    await removeIfThere(draft);
    throw error;
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function notLocked(
  each: TemplateRequest,
  kind: "stale" | "unlocked",
): Finding {
  const why = kind === "stale"
    ? "it asks for another chart than the one that was locked"
    : "it is not in k0render.lock";
  return makeFinding(
    LOCK_RULES["charts/stale-lock"],
    `Cannot vendor the chart of ${
      formatTemplate(each.request.template)
    }: ${why}`,
    placeOf(each),
  );
}

function samePath(
  each: TemplateRequest,
  path: string,
  other: LockedChart,
): Finding {
  return makeFinding(
    LOCK_RULES["charts/unavailable"],
    `Cannot vendor the chart of ${
      formatTemplate(each.request.template)
    } to "${path}": ${
      formatTemplate(other.template)
    } has another chart of that name and version`,
    placeOf(each),
  );
}

function placeOf({ place, object }: TemplateRequest) {
  return { place, object };
}
