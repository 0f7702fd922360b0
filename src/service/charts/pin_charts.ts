/**
 * The charts that an environment is rendered with, had before rendering, which
 * itself reaches nothing.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import { type Finding, makeFinding } from "../../model/mod.ts";
import type { TemplateRequest } from "../../render/mod.ts";
import type { Environment } from "../../source/mod.ts";
import { loadMetadata } from "../../templates/helm/chart/mod.ts";
import {
  digestOfFiles,
  formatTemplate,
  LOCK_PATH,
  LOCK_RULES,
  type LockedChart,
  vendoredPath,
  withValuesFiles,
} from "../../templates/helm/lock/mod.ts";
import {
  helmPackage,
  type HelmSettings,
} from "../../templates/helm_package.ts";
import {
  type ChartFile,
  pinKey,
  type PinnedChart,
  type PinnedCharts,
} from "../../templates/mod.ts";
import { helmSettings } from "../helm_settings.ts";
import type { PreparedSource } from "../prepare.ts";
import { collectRequests } from "./requests.ts";

/** What charts are pinned with. */
export interface PinOptions {
  /** Where charts are had from that are not vendored; left out, nowhere. */
  readonly charts?: Charts | undefined;
  /** The one environment to look at; left out, all. */
  readonly environment?: string | undefined;
}

/** The charts of an environment, and what is to be said of them. */
export interface PinOutcome {
  readonly charts: PinnedCharts;
  readonly findings: readonly Finding[];
}

/**
 * Has the locked charts of all environments: vendored in the dry source, else
 * from the cache, else from where they were locked.
 *
 * @param prepared The dry source.
 * @param options Where charts are had from, and the one environment to look at.
 * @returns The same source with its charts. A chart that is not the locked one
 * is refused, and so are all where the lock cannot be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { prepareSource } from "../prepare.ts";
 * const prepared = prepareSource({ files: [], findings: [] }, { builtIn: new Map() });
 * assertEquals((await pinCharts(prepared)).pinned?.size, 1);
 * ```
 */
export async function pinCharts(
  prepared: PreparedSource,
  options: PinOptions = {},
): Promise<PreparedSource> {
  const pinned = new Map<string, PinOutcome>();
  for (const environment of prepared.config?.environments ?? []) {
    const { name } = environment;
    if (options.environment !== undefined && options.environment !== name) {
      continue;
    }
    pinned.set(name, await pinEnvironment(prepared, environment, options));
  }
  return { ...prepared, pinned };
}

async function pinEnvironment(
  prepared: PreparedSource,
  environment: Environment,
  options: PinOptions,
): Promise<PinOutcome> {
  const charts = new Map<string, PinnedChart>();
  const findings: Finding[] = [];
  if (!prepared.hasLock) return { charts, findings };
  const { requests } = collectRequests(prepared, [environment]);
  for (const each of requests) {
    const pin = await pinOne(each, { prepared, options });
    if (pin !== undefined) charts.set(pinKey(each.helmChart), pin);
    else findings.push(unlocked(each));
    if (pin?.kind === "refused" && isForServices(each)) {
      findings.push(withoutPin(each, pin));
    }
  }
  return { charts, findings };
}

interface Context {
  readonly prepared: PreparedSource;
  readonly options: PinOptions;
}

async function pinOne(
  each: TemplateRequest,
  context: Context,
): Promise<PinnedChart | undefined> {
  const { lock } = context.prepared;
  if (lock === undefined) {
    return refuse(each, "charts/invalid-lock", `${LOCK_PATH} has errors`);
  }
  const entry = lock.find(each.request);
  if (entry.kind === "unlocked") return undefined;
  if (entry.kind === "stale") {
    return refuse(
      each,
      "charts/stale-lock",
      `it asks for another chart than the one in ${LOCK_PATH}`,
    );
  }
  const { version } = entry.chart.locked;
  return isForServices(each)
    ? { kind: "pinned", version }
    : await pinPackage(each, entry.chart, context);
}

async function pinPackage(
  each: TemplateRequest,
  chart: LockedChart,
  { prepared, options }: Context,
): Promise<PinnedChart> {
  const { locked } = chart;
  const directory = vendoredPath(locked);
  const settings = helmSettings(prepared.config);
  const vendored = prepared.source.charts.get(directory);
  if (vendored !== undefined) {
    return digestOfFiles(vendored) === locked.files
      ? asPackage(each, { chart, files: vendored, directory, settings })
      : refuse(
        each,
        "charts/wrong-digest",
        `the files in "${directory}" are not those that were locked`,
      );
  }
  const outcome = await options.charts?.load(chart);
  if (outcome === undefined) {
    return refuse(
      each,
      "charts/unavailable",
      `it is not vendored in "${directory}"`,
    );
  }
  if (outcome.kind === "unavailable") {
    const { reason, remedy } = outcome;
    return refuse(each, "charts/unavailable", reason, remedy);
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
    return refuse(
      each,
      "charts/unavailable",
      "valuesFiles are not supported for charts of Git repositories",
    );
  }
  const valued = withValuesFiles(from.files, each.valuesFiles);
  if (valued.kind === "problem") {
    return refuse(each, "charts/unavailable", valued.reason);
  }
  const { files } = valued;
  const { metadata, problems } = loadMetadata(files, { name: directory });
  if (metadata === undefined) {
    const reason = problems[0]?.message ?? "it holds no chart";
    return refuse(each, "charts/unavailable", reason);
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

function refuse(
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

function isForServices({ request }: TemplateRequest): boolean {
  return request.template.kind === "ServiceTemplate";
}

/** A service is deployed from its template even so: nothing here expands it. */
function withoutPin(
  { place, object }: TemplateRequest,
  { rule, message }: Extract<PinnedChart, { kind: "refused" }>,
): Finding {
  const details = { place, object, severity: "warning" } as const;
  return makeFinding(rule, `Cannot pin a service: ${message}`, details);
}

function unlocked({ request, place, object }: TemplateRequest): Finding {
  return makeFinding(
    LOCK_RULES["charts/unlocked"],
    `The chart of ${formatTemplate(request.template)} is not locked`,
    { place, object },
  );
}
