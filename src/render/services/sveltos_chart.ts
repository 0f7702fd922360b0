/**
 * A service with a chart, as a Sveltos Profile has it (kcm-spec 3.8.1, 3.8.2).
 *
 * @module
 */

import {
  getField,
  getPath,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type {
  ChartDelivery,
  FilesDelivery,
} from "../sources/service_template.ts";
import { mergeHelmOptions, sveltosHelmOptions } from "./helm_options.ts";
import type { ProfileDefaults } from "./profile_defaults.ts";
import type { ServiceSet, SetService } from "./service_set.ts";

/** A version as Masterminds' semver reads it: parts may be missing. */
const VERSION = /^v?\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

/**
 * The entry of a service with a chart from a repository.
 *
 * @param set The ServiceSet.
 * @param entry The service, and where its chart comes from.
 * @returns The entry, or why Sveltos could not take it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoSet, known } from "../_demo.ts";
 * const set = demoSet();
 * const entry = known(set.services[0]);
 * const { delivery } = entry.template;
 * if (delivery.kind !== "chart") throw new Error("Cannot go on");
 * assertEquals(chartOfRepository(set, { ...entry, delivery }), {
 *   kind: "resolved",
 *   result: {
 *     repositoryURL: "oci://ghcr.io/k0rdent/kcm/charts",
 *     repositoryName: "dns",
 *     chartName: "dns",
 *     chartVersion: "1.0.0",
 *   },
 * });
 * ```
 */
export function chartOfRepository(
  set: ServiceSet,
  entry: SetService & { readonly delivery: ChartDelivery },
): Resolution<ValueMap> {
  const { chart, helmChart, source, sourceSpec } = entry.delivery;
  const name = text(getField(chart, "chart"));
  const version = text(getField(chart, "version"));
  const isGit = source.kind === "GitRepository";
  if (!isGit && source.kind !== "HelmRepository") {
    return unresolved(
      RENDER_RULES["render/undeliverable"],
      `Cannot deliver service "${entry.service.name}": Sveltos takes no chart from a ${source.kind}`,
    );
  }
  if (!isGit && !VERSION.test(version)) {
    return unresolved(
      RENDER_RULES["render/unpinned-chart"],
      `Cannot deliver service "${entry.service.name}": the version "${version}" of its chart is a range`,
    );
  }
  const isOCI = getField(sourceSpec, "type") === "oci";
  const credentials = registryCredentials(set, entry.delivery);
  return resolved({
    repositoryURL: isGit
      ? `gitrepository://${helmChart.namespace}/${source.name}/${name}`
      : text(getField(sourceSpec, "url")),
    repositoryName: name,
    chartName: isGit || isOCI ? name : `${name}/${name}`,
    ...(VERSION.test(version) ? { chartVersion: version } : {}),
    ...(credentials === undefined
      ? {}
      : { registryCredentialsConfig: credentials }),
  });
}

/**
 * The entry of a service whose chart lies in a source of files.
 *
 * @param delivery Where the chart lies.
 * @returns The entry.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { group: "", kind: "GitRepository", namespace: "a", name: "b" };
 * assertEquals(
 *   chartOfFiles({ kind: "chart-files", source, path: "./c", deploymentType: "Remote" }),
 *   { repositoryURL: "GitRepository://a/b/c" },
 * );
 * ```
 */
export function chartOfFiles(delivery: FilesDelivery): ValueMap {
  const { kind, namespace, name } = delivery.source;
  const path = delivery.path.replace(/^\./, "").replace(/^\//, "");
  return { repositoryURL: `${kind}://${namespace}/${name}/${path}` };
}

/**
 * What all services with a chart have in a Profile.
 *
 * @param set The ServiceSet.
 * @param entry The service.
 * @param defaults What the version of KCM decides.
 * @returns The fields.
 *
 * @example
 * ```ts
 * import { profileDefaults } from "./profile_defaults.ts";
 * import { assertEquals } from "@std/assert";
 * import { demoSet, known } from "../_demo.ts";
 * const set = demoSet();
 * const fields = releaseFields(set, known(set.services[0]), profileDefaults("1.9.0"));
 * assertEquals(fields, {
 *   releaseName: "dns",
 *   releaseNamespace: "core",
 *   helmChartAction: "Install",
 *   options: {},
 * });
 * ```
 */
export function releaseFields(
  set: ServiceSet,
  { service, template }: SetService,
  defaults: ProfileDefaults,
): ValueMap {
  const { values, helmAction, helmOptions } = service;
  const options = mergeHelmOptions(
    template.helmOptions,
    helmOptions as ValueMap | undefined,
  );
  return {
    releaseName: service.name,
    releaseNamespace: service.namespace,
    helmChartAction: helmAction ?? "Install",
    options: sveltosHelmOptions(options, defaults),
    ...(values === undefined ? {} : { values }),
    ...valuesFrom(set, service.valuesFrom),
  };
}

/**
 * The `valuesFrom` of a service; KCM looks in the ServiceSet's namespace.
 *
 * @param set The ServiceSet.
 * @param from The service's `valuesFrom`.
 * @returns The field, or nothing where it is empty.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   valuesFrom({ namespace: "prod" }, [{ kind: "ConfigMap", name: "dns" }]),
 *   { valuesFrom: [{ kind: "ConfigMap", name: "dns", namespace: "prod" }] },
 * );
 * ```
 */
export function valuesFrom(
  set: { readonly namespace: string },
  from: readonly { readonly kind: string; readonly name: string }[],
): ValueMap {
  if (from.length === 0) return {};
  const { namespace } = set;
  return {
    valuesFrom: from.map(({ kind, name }) => ({ kind, name, namespace })),
  };
}

/**
 * How Sveltos gets at the repository. KCM takes the Secrets for the
 * ServiceSet's neighbours, not the repository's.
 */
function registryCredentials(
  set: ServiceSet,
  { source, sourceSpec }: ChartDelivery,
): ValueMap | undefined {
  const { namespace } = set;
  const isGit = source.kind === "GitRepository";
  const secret = getPath(sourceSpec, ["secretRef", "name"]);
  const certificate = isGit
    ? undefined
    : getPath(sourceSpec, ["certSecretRef", "name"]);
  const insecure = !isGit && getField(sourceSpec, "insecure") === true;
  const config: ValueMap = {
    ...(insecure ? { plainHTTP: true } : {}),
    ...(secret === undefined
      ? {}
      : { credentials: { name: text(secret), namespace } }),
    ...(certificate === undefined
      ? {}
      : { ca: { name: text(certificate), namespace } }),
  };
  return isGit || Object.keys(config).length > 0 ? config : undefined;
}

function text(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
