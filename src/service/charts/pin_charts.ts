/**
 * The charts that an environment is rendered with, had before rendering, which
 * itself reaches nothing.
 *
 * @module
 */

import { type Finding, makeFinding } from "../../model/mod.ts";
import type { TemplateRequest } from "../../render/mod.ts";
import type { Environment } from "../../source/mod.ts";
import {
  formatTemplate,
  LOCK_PATH,
  LOCK_RULES,
} from "../../templates/helm/lock/mod.ts";
import {
  pinKey,
  type PinnedChart,
  type PinnedCharts,
} from "../../templates/mod.ts";
import { helmSettings } from "../helm_settings.ts";
import type { PreparedSource } from "../prepare.ts";
import { type PackageSources, pinPackage, refusePin } from "./pin_package.ts";
import { collectRequests } from "./requests.ts";

/** What charts are pinned with. */
export interface PinOptions extends Pick<PackageSources, "charts"> {
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
    return refusePin(each, "charts/invalid-lock", `${LOCK_PATH} has errors`);
  }
  const entry = lock.find(each.request);
  if (entry.kind === "unlocked") return undefined;
  if (entry.kind === "stale") {
    return refusePin(
      each,
      "charts/stale-lock",
      `it asks for another chart than the one in ${LOCK_PATH}`,
    );
  }
  const { version } = entry.chart.locked;
  return isForServices(each)
    ? { kind: "pinned", version }
    : await pinPackage(each, entry.chart, {
      vendored: context.prepared.source.charts,
      charts: context.options.charts,
      settings: helmSettings(context.prepared.config),
    });
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
