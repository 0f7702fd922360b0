/**
 * A template as a chain copies it to another namespace (kcm-spec 5.2).
 *
 * @module
 */

import {
  getField,
  getPath,
  identityOf,
  isMap,
  type Manifest,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";

/** The kinds of sources that templates have made for them. */
const SOURCE_KINDS = {
  git: "GitRepository",
  bucket: "Bucket",
  oci: "OCIRepository",
} as const;

/**
 * The spec of a copied template: its chart or files come from the source that
 * the original has.
 *
 * @param template The template in KCM's namespace.
 * @param namespace The namespace of the copy.
 * @returns The spec.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ServiceTemplate",
 *   metadata: { name: "dns-1", namespace: "kcm-system" },
 *   spec: { helm: { chartSpec: { chart: "dns", version: "1.0.0" } } },
 * };
 * assertEquals(copiedTemplateSpec(template, "prod"), {
 *   helm: { chartRef: { kind: "HelmChart", name: "dns-1", namespace: "kcm-system" } },
 * });
 * ```
 */
export function copiedTemplateSpec(
  template: Manifest,
  namespace: string,
): ValueMap {
  const spec = isMap(template.spec) ? { ...template.spec } : {};
  const context = { template, namespace };
  for (const field of ["kustomize", "resources"]) {
    const source = getField(spec, field);
    if (isMap(source)) spec[field] = copiedSource(source, context);
  }
  const { helm } = spec;
  if (!isMap(helm)) return spec;
  const { chartSource } = helm;
  spec.helm = isMap(chartSource)
    ? { chartSource: copiedSource(chartSource, context) }
    : { chartRef: copiedChartRef(template, helm) };
  return spec;
}

/**
 * The reference to the HelmChart that KCM makes for a template.
 *
 * @param template The template's name and namespace.
 * @returns The reference.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(chartRefTo({ name: "a", namespace: "b" }).kind, "HelmChart");
 * ```
 */
export function chartRefTo(
  { name, namespace = "" }: {
    readonly name: string;
    readonly namespace?: string;
  },
): ValueMap {
  return { kind: "HelmChart", name, namespace };
}

function copiedChartRef({ metadata }: Manifest, helm: ValueMap): Value {
  const { chartRef } = helm;
  return isMap(chartRef)
    ? { ...chartRef, kind: "HelmChart" }
    : chartRefTo(metadata);
}

/** ConfigMaps and Secrets are always the neighbours of the template. */
function copiedSource(
  source: ValueMap,
  context: { readonly template: Manifest; readonly namespace: string },
): ValueMap {
  const { remoteSourceSpec, localSourceRef, ...rest } = source;
  const { name, namespace: home } = identityOf(context.template);
  if (isMap(remoteSourceSpec)) {
    const [kind] = Object.entries(SOURCE_KINDS)
      .flatMap(([field, kind]) =>
        getField(remoteSourceSpec, field) === undefined ? [] : [kind]
      );
    const made = { kind: kind ?? "GitRepository", name, namespace: home };
    return { ...rest, localSourceRef: made };
  }
  const kind = getPath(localSourceRef, ["kind"]) ?? "";
  const isPlain = kind === "ConfigMap" || kind === "Secret";
  const named = getPath(localSourceRef, ["namespace"]);
  return {
    ...rest,
    localSourceRef: {
      kind,
      name: getPath(localSourceRef, ["name"]) ?? "",
      namespace: isPlain ? context.namespace : named || home,
    },
  };
}
