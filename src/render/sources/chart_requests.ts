/**
 * Which charts the templates of a dry source ask for.
 *
 * @module
 */

import type { Declared, HelmSpec, Inventory } from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  getField,
  getPath,
  type Identity,
  identityOf,
  makeFinding,
  type Place,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { installed, type RenderConfig } from "../../source/mod.ts";
import {
  type ChartAddress,
  type ChartRequest,
  LOCK_RULES,
  type TemplateName,
  type ValuesFiles,
} from "../../templates/helm/lock/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import { problemFinding, type Resolution, resolved } from "../resolution.ts";
import { officialTemplatesInUse } from "../scope.ts";
import {
  type ChartSource,
  chartSourceOf,
  findHelmChart,
} from "./chart_source.ts";
import { chartIdentity, type ChartTemplate } from "./helm_chart.ts";
import { indexSources, type SourceIndex } from "./source_index.ts";

/** What a template asks for, and where it is written. */
export interface TemplateRequest {
  readonly request: ChartRequest;
  readonly place: Place;
  readonly object: Identity;
  /** The HelmChart that the template has or names. */
  readonly helmChart: Identity;
  /** What takes the place of the chart's own values. */
  readonly valuesFiles: ValuesFiles;
}

/** What all templates ask for. */
export interface TemplateRequests {
  readonly requests: readonly TemplateRequest[];
  /** Templates whose charts k0render does not fetch, and why. */
  readonly findings: readonly Finding[];
}

/**
 * Collects what the ClusterTemplates and ServiceTemplates ask for, with the
 * official ones that clusters use undeclared.
 *
 * @param input The definitions, the configuration, and the templates in force,
 * which decide about the sources that are made.
 * @returns The requests, in the order of the templates.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const { requests } = chartRequests(demoScope());
 * assertEquals(requests.map(({ request }) => request.chart), [
 *   "docker-hosted-cp",
 *   "dns",
 * ]);
 * ```
 */
export function chartRequests(input: {
  readonly inventory: Inventory;
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
}): TemplateRequests {
  const { inventory } = input;
  const official = officialTemplatesInUse(input);
  const { installation } = installed(input);
  const config = { ...input.config, installation };
  const sources = indexSources({ ...input, config, official });
  const requests: TemplateRequest[] = [];
  const findings: Finding[] = [];
  for (const template of inventory.clusterTemplates.values()) {
    add(template, findHelmChart(template, sources));
  }
  for (const template of inventory.serviceTemplates.values()) {
    if (!hasChart(template)) continue;
    add(template, findHelmChart(template, sources));
  }
  for (const template of official) {
    const found = officialSource(template, sources);
    if (found !== undefined) {
      add(template, resolved(found), ["spec", "template"]);
    }
  }
  return { requests, findings };

  function add(
    template: Declared<unknown>,
    found: Resolution<ChartSource>,
    field: FieldPath = ["spec", "helm"],
  ): void {
    const object = identityOf(template.manifest);
    const place = { origin: template.origin, field };
    if (found.kind === "problem") {
      findings.push(problemFinding(found.problem, { place, object }));
      return;
    }
    const source = addressOf(found.result);
    if (source === undefined) {
      findings.push(unsupported(found.result, { place, object }));
      return;
    }
    const { chart, helmChart } = found.result;
    const request: ChartRequest = {
      template: templateName(object),
      chart: text(getField(chart, "chart")),
      version: text(getField(chart, "version")) || "*",
      source,
    };
    const valuesFiles = valuesFilesOf(chart);
    requests.push({ request, place, object, helmChart, valuesFiles });
  }
}

/**
 * The name of a template in `k0render.lock`.
 *
 * @param object The template.
 * @returns The name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = { group: "", kind: "ClusterTemplate", namespace: "prod", name: "aws" };
 * assertEquals(templateName(object).namespace, "prod");
 * ```
 */
export function templateName(object: Identity): TemplateName {
  const { kind, namespace, name } = object;
  return {
    kind: kind === "ServiceTemplate" ? kind : "ClusterTemplate",
    namespace,
    name,
  };
}

function hasChart<Spec extends { readonly helm?: HelmSpec }>(
  template: Declared<Spec>,
): template is Declared<Spec & { readonly helm: HelmSpec }> {
  const { helm } = template.spec;
  return helm !== undefined && helm.chartSource === undefined;
}

function officialSource(
  template: ChartTemplate,
  sources: SourceIndex,
): ChartSource | undefined {
  const helmChart = chartIdentity(template);
  const chart = template.chart as ValueMap;
  const source = chartSourceOf(chart, helmChart.namespace);
  const sourceSpec = sources.find(source)?.manifest.spec as
    | ValueMap
    | undefined;
  return sourceSpec && { helmChart, chart, source, sourceSpec };
}

function valuesFilesOf(chart: ValueMap): ValuesFiles {
  const paths = getField(chart, "valuesFiles");
  return {
    paths: Array.isArray(paths) ? paths.map(text) : [],
    ignoreMissing: getField(chart, "ignoreMissingValuesFiles") === true,
  };
}

function addressOf(
  { source, sourceSpec }: ChartSource,
): ChartAddress | undefined {
  const url = text(getField(sourceSpec, "url"));
  if (source.kind === "GitRepository") {
    return { kind: "git", url, ref: gitReference(sourceSpec) };
  }
  if (source.kind !== "HelmRepository") return undefined;
  if (getField(sourceSpec, "type") !== "oci" && !url.startsWith("oci://")) {
    return { kind: "http", url };
  }
  const insecure = getField(sourceSpec, "insecure") === true;
  return { kind: "oci", url, ...(insecure ? { insecure } : {}) };
}

/** Flux reads the branch `master` where nobody says otherwise. */
function gitReference(spec: ValueMap) {
  const fields = ["branch", "tag", "semver", "name", "commit"] as const;
  const named = fields.flatMap((field) => {
    const value = text(getPath(spec, ["ref", field]));
    return value === "" ? [] : [[field, value] as const];
  });
  return named.length === 0 ? { branch: "master" } : Object.fromEntries(named);
}

function unsupported(
  { source }: ChartSource,
  details: { readonly place: Place; readonly object: Identity },
): Finding {
  return makeFinding(
    LOCK_RULES["charts/unsupported-source"],
    `Cannot lock the chart of ${formatIdentity(details.object)}: ${
      formatIdentity(source)
    } is no HelmRepository or GitRepository`,
    details,
  );
}

function text(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
