/**
 * A locked chart as the package that expands clusters.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import type { TemplateRequest } from "../../render/mod.ts";
import { loadMetadata } from "../../templates/helm/chart/mod.ts";
import {
  digestOfFiles,
  formatTemplate,
  LOCK_RULES,
  type LockedChart,
  vendoredPath,
  withValuesFiles,
} from "../../templates/helm/lock/mod.ts";
import {
  helmPackage,
  type HelmSettings,
} from "../../templates/helm_package.ts";
import type { ChartFile, PinnedChart } from "../../templates/mod.ts";

/** Where charts are had from. */
export interface PackageSources {
  /** The charts of the dry source: directory → files. */
  readonly vendored: ReadonlyMap<string, readonly ChartFile[]>;
  /** Where those are had from that are not vendored; left out, nowhere. */
  readonly charts?: Pick<Charts, "load"> | undefined;
  /** What the charts are rendered for. */
  readonly settings: HelmSettings;
}

/**
 * Has the locked chart of a template: vendored, else from the cache, else from
 * where it was locked.
 *
 * @param each What the template asks for.
 * @param chart What is locked for it.
 * @param sources Where charts are had from.
 * @returns The chart, or why it must not be used.
 */
export async function pinPackage(
  each: TemplateRequest,
  chart: LockedChart,
  sources: PackageSources,
): Promise<PinnedChart> {
  const { locked } = chart;
  const directory = vendoredPath(locked);
  const { settings } = sources;
  const vendored = sources.vendored.get(directory);
  if (vendored !== undefined) {
    return digestOfFiles(vendored) === locked.files
      ? asPackage(each, { chart, files: vendored, directory, settings })
      : refusePin(
        each,
        "charts/wrong-digest",
        `the files in "${directory}" are not those that were locked`,
      );
  }
  const outcome = await sources.charts?.load(chart);
  if (outcome === undefined) {
    return refusePin(
      each,
      "charts/unavailable",
      `it is not vendored in "${directory}"`,
    );
  }
  if (outcome.kind === "unavailable") {
    const { reason, remedy } = outcome;
    return refusePin(each, "charts/unavailable", reason, remedy);
  }
  const { files } = outcome.result;
  return asPackage(each, { chart, files, directory, settings });
}

function asPackage(
  each: TemplateRequest,
  from: {
    readonly chart: LockedChart;
    readonly files: readonly ChartFile[];
    readonly directory: string;
    readonly settings: HelmSettings;
  },
): PinnedChart {
  const { chart, directory, settings } = from;
  if (each.valuesFiles.paths.length > 0 && chart.source.kind === "git") {
    return refusePin(
      each,
      "charts/unavailable",
      "valuesFiles are not supported for charts of Git repositories",
    );
  }
  const valued = withValuesFiles(from.files, each.valuesFiles);
  if (valued.kind === "problem") {
    return refusePin(each, "charts/unavailable", valued.reason);
  }
  const { files } = valued;
  const { metadata, problems } = loadMetadata(files, { name: directory });
  if (metadata === undefined) {
    const reason = problems[0]?.message ?? "it holds no chart";
    return refusePin(each, "charts/unavailable", reason);
  }
  return {
    kind: "pinned",
    version: chart.locked.version,
    package: helmPackage(files, {
      metadata,
      origin: "lock",
      directory,
      settings,
    }),
  };
}

/**
 * Why a template must not have its chart.
 *
 * @param each What the template asks for.
 * @param rule What kind of problem it is.
 * @param reason What is wrong.
 * @param remedy What to do; left out, what the rule says.
 * @returns The refusal, at the template.
 */
export function refusePin(
  each: TemplateRequest,
  rule: keyof typeof LOCK_RULES,
  reason: string,
  remedy?: string,
): PinnedChart {
  const { request, place } = each;
  return {
    kind: "refused",
    rule: LOCK_RULES[rule],
    message: `the chart of ${
      formatTemplate(request.template)
    } cannot be used: ${reason}`,
    ...(remedy === undefined ? {} : { remedy }),
    place,
  };
}
