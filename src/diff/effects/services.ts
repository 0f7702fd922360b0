/**
 * The services that objects deliver, whoever delivers them.
 *
 * @module
 */

import {
  getField,
  getPath,
  groupOf,
  type Identity,
  identityOf,
  isMap,
  type Manifest,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import type { KnownChart, KnownCharts } from "./effect_context.ts";

/** A service in a cluster. */
export interface Service {
  /** Tells it from others of the cluster. */
  readonly key: string;
  readonly name: string;
  readonly delivery: "sveltos" | "flux";
  /** The object that delivers it. */
  readonly carrier: Manifest;
  readonly object: Identity;
  /** The chart's name; left out where only a HelmChart object is known. */
  readonly chart?: string;
  /** The chart's version, or the name of the HelmChart object. */
  readonly version: string;
  /** Where the chart comes from. */
  readonly source: string;
  readonly atomic: boolean;
  /** The whole entry, to see whether anything else differs. */
  readonly entry: Value;
}

/** What services are read with. */
export interface ReadServices {
  readonly charts: KnownCharts;
  /** HelmReleases and Kustomizations that are no services, by name. */
  readonly except?: string;
}

/**
 * The services that objects deliver.
 *
 * @param objects The objects.
 * @param options What they are read with.
 * @returns The services by key.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const profile = {
 *   apiVersion: "config.projectsveltos.io/v1beta1",
 *   kind: "Profile",
 *   metadata: { name: "eu1", namespace: "prod" },
 *   spec: {
 *     helmCharts: [{
 *       releaseName: "dns",
 *       releaseNamespace: "core",
 *       chartName: "coredns",
 *       chartVersion: "1.0.0",
 *       repositoryURL: "oci://charts.example.com",
 *     }],
 *   },
 * };
 * const services = servicesOf([profile], { charts: new Map() });
 * assertEquals(services.get("core/dns")?.version, "1.0.0");
 * ```
 */
export function servicesOf(
  objects: readonly Manifest[],
  options: ReadServices,
): ReadonlyMap<string, Service> {
  const services = new Map<string, Service>();
  for (const manifest of objects) {
    for (const service of servicesIn(manifest, options)) {
      services.set(service.key, service);
    }
  }
  return services;
}

/**
 * Whether an object delivers services, so that what it does is told of them.
 *
 * @param manifest The object.
 * @param except The name of a HelmRelease that is no service.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!carriesServices({ apiVersion: "v1", kind: "Secret", metadata: { name: "a" } }));
 * ```
 */
export function carriesServices(manifest: Manifest, except?: string): boolean {
  const group = groupOf(manifest.apiVersion);
  if (group === "config.projectsveltos.io") {
    return manifest.kind === "Profile" || manifest.kind === "ClusterProfile";
  }
  if (manifest.metadata.name === except) return false;
  return (group === "helm.toolkit.fluxcd.io" &&
    manifest.kind === "HelmRelease") ||
    (group === "kustomize.toolkit.fluxcd.io" &&
      manifest.kind === "Kustomization" &&
      getPath(manifest, ["spec", "kubeConfig"]) !== undefined);
}

function servicesIn(
  manifest: Manifest,
  { charts, except }: ReadServices,
): readonly Service[] {
  if (!carriesServices(manifest, except)) return [];
  switch (manifest.kind) {
    case "HelmRelease":
      return [releaseService(manifest, charts)];
    case "Kustomization":
      return [kustomizationService(manifest)];
    default:
      return [
        ...items(manifest, "helmCharts").filter(isInstalled)
          .map((entry) => chartService(manifest, entry)),
        ...["kustomizationRefs", "policyRefs"].flatMap((field) =>
          items(manifest, field).filter(isService)
            .map((entry) => refService(manifest, entry))
        ),
      ];
  }
}

function items(manifest: Manifest, field: string): readonly ValueMap[] {
  const list = getPath(manifest, ["spec", field]);
  return Array.isArray(list) ? list.filter(isMap) : [];
}

function isInstalled(entry: ValueMap): boolean {
  return getField(entry, "helmChartAction") !== "Uninstall";
}

/** By the other ConfigMaps, KCM brings the cloud's credential to the cluster. */
function isService(entry: ValueMap): boolean {
  return !text(entry, "name").endsWith("-resource-template");
}

function chartService(carrier: Manifest, entry: ValueMap): Service {
  const name = text(entry, "releaseName");
  return {
    key: `${text(entry, "releaseNamespace")}/${name}`,
    name,
    delivery: "sveltos",
    carrier,
    object: identityOf(carrier),
    chart: text(entry, "chartName").replace(/^.*\//, ""),
    version: text(entry, "chartVersion"),
    source: `${text(entry, "repositoryURL")} ${text(entry, "path")}`.trim(),
    atomic: getPath(entry, ["options", "atomic"]) === true,
    entry,
  };
}

function refService(carrier: Manifest, entry: ValueMap): Service {
  const [kind, namespace, name, path] = ["kind", "namespace", "name", "path"]
    .map((field) => text(entry, field));
  const source = `${kind} ${namespace}/${name} ${path}`.trim();
  return {
    key: `ref ${source} ${text(entry, "targetNamespace")}`,
    name: name!,
    delivery: "sveltos",
    carrier,
    object: identityOf(carrier),
    version: "",
    source,
    atomic: true,
    entry,
  };
}

function releaseService(
  carrier: Manifest,
  charts: KnownCharts,
): Service {
  const { metadata } = carrier;
  const spec = getField(carrier, "spec");
  const { namespace = "", name } = metadata;
  const target = text(spec, "targetNamespace") || namespace;
  const ref = getField(spec, "chartRef");
  const inline = getPath(spec, ["chart", "spec"]);
  const refName = text(ref, "name");
  const known = chartOfRelease(carrier, charts);
  const release = text(spec, "releaseName") || name;
  const chart = known?.chart ?? text(inline, "chart");
  return {
    key: `${target}/${release}`,
    name: release,
    delivery: "flux",
    carrier,
    object: identityOf(carrier),
    ...(chart === "" ? {} : { chart }),
    version: known?.version ?? (text(inline, "version") || refName),
    source: chart === "" ? refName : chart,
    atomic: true,
    entry: spec ?? null,
  };
}

/**
 * The chart that a HelmRelease refers to.
 *
 * @param release The HelmRelease.
 * @param charts The HelmCharts of its tree.
 * @returns The chart; `undefined` where it refers to none that is known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const release = {
 *   apiVersion: "helm.toolkit.fluxcd.io/v2",
 *   kind: "HelmRelease",
 *   metadata: { name: "eu1", namespace: "prod" },
 *   spec: { chartRef: { kind: "HelmChart", name: "aws" } },
 * };
 * const charts = new Map([["prod/aws", { chart: "aws", version: "1.0.0" }]]);
 * assertEquals(chartOfRelease(release, charts)?.version, "1.0.0");
 * ```
 */
export function chartOfRelease(
  release: Manifest,
  charts: KnownCharts,
): KnownChart | undefined {
  const ref = getPath(release, ["spec", "chartRef"]);
  const namespace = text(ref, "namespace") || release.metadata.namespace;
  return charts.get(`${namespace ?? ""}/${text(ref, "name")}`);
}

function kustomizationService(carrier: Manifest): Service {
  const { namespace = "", name } = carrier.metadata;
  const spec = getField(carrier, "spec");
  const ref = getField(spec, "sourceRef");
  return {
    key: `kustomization ${namespace}/${name}`,
    name,
    delivery: "flux",
    carrier,
    object: identityOf(carrier),
    version: "",
    source: `${text(ref, "kind")} ${text(ref, "name")} ${text(spec, "path")}`,
    atomic: true,
    entry: spec ?? null,
  };
}

function text(map: unknown, field: string): string {
  const value = getField(map, field);
  return value === undefined || value === null || typeof value === "object"
    ? ""
    : String(value);
}
