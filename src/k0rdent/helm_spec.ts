/**
 * How a template names its Helm chart.
 *
 * @module
 */

import { z } from "zod";
import { type FieldPath, type Identity, isMap } from "../model/mod.ts";
import { oneOf } from "./exclusive.ts";
import { fluxDuration, objectName } from "./fields.ts";
import { verification } from "./flux_source.ts";
import type { Kind, Reference } from "./kind.ts";
import { SOURCE_GROUP, sourceReferences, sourceSpec } from "./source_spec.ts";

/** The HelmRepository that KCM makes in each namespace with templates. */
export const DEFAULT_REPOSITORY = "kcm-templates";

/** A chart by name, version and source; also the spec of a Flux HelmChart. */
const chartSpec = z.strictObject({
  chart: z.string(),
  version: z.string().default("*"),
  sourceRef: z.preprocess(
    orDefaultRepository,
    z.strictObject({
      apiVersion: z.string().exactOptional(),
      kind: z.enum(["HelmRepository", "GitRepository", "Bucket"]),
      name: z.string(),
    }),
  ).default({ kind: "HelmRepository", name: DEFAULT_REPOSITORY }),
  interval: fluxDuration.default("10m0s"),
  reconcileStrategy: z.enum(["ChartVersion", "Revision"])
    .default("ChartVersion"),
  valuesFiles: z.array(z.string()).exactOptional(),
  ignoreMissingValuesFiles: z.boolean().exactOptional(),
  suspend: z.boolean().exactOptional(),
  verify: verification.omit({ trustedRootSecretRef: true }).exactOptional(),
}).check((context) => {
  const { verify, sourceRef } = context.value;
  if (verify === undefined || sourceRef.kind === "HelmRepository") return;
  context.issues.push({
    code: "custom",
    input: context.value,
    path: ["verify"],
    message:
      "spec.verify is only supported when spec.sourceRef.kind is 'HelmRepository'",
  });
});

/** As the template webhook does, where neither kind nor name is given. */
function orDefaultRepository(value: unknown): unknown {
  const isUnset = isMap(value) && !value.kind && !value.name;
  return isUnset ? { kind: "HelmRepository", name: DEFAULT_REPOSITORY } : value;
}

const chartRef = z.strictObject({
  apiVersion: z.string().exactOptional(),
  kind: z.enum(["HelmChart", "OCIRepository", "ExternalArtifact"]),
  name: objectName,
  namespace: z.string().min(1).max(63).exactOptional(),
});

const chartSource = sourceSpec.check((context) => {
  const kind = context.value.localSourceRef?.kind;
  if (kind !== "Secret" && kind !== "ConfigMap") return;
  context.issues.push({
    code: "custom",
    input: context.value,
    path: ["localSourceRef", "kind"],
    message: "Secret and ConfigMap are not supported as Helm chart sources",
  });
});

/** The chart of a template. */
export const helmSpec = z.strictObject({
  chartSpec: chartSpec.exactOptional(),
  chartRef: chartRef.exactOptional(),
  chartSource: chartSource.exactOptional(),
}).check(oneOf(["chartSpec", "chartRef", "chartSource"], {
  several: "chartSpec, chartSource and chartRef are mutually exclusive",
  none: "one of chartSpec, chartRef or chartSource must be set",
}));

/** The chart of a template; defaults filled in. */
export type HelmSpec = z.infer<typeof helmSpec>;

/** A chart by name, version and source; defaults filled in. */
export type ChartSpec = z.infer<typeof chartSpec>;

/** The kind HelmChart, which a template may name instead of a chart. */
export const HELM_CHART: Kind<ChartSpec> = {
  group: SOURCE_GROUP,
  kind: "HelmChart",
  version: "v1",
  spec: chartSpec,
};

/** A reference to a HelmChart. */
export type ChartRef = z.infer<typeof chartRef>;

/**
 * The source that a chart is taken from.
 *
 * @param chart The chart.
 * @param namespace The namespace of the template, which is also the source's.
 * @returns The identity of the source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { chartSpec } = helmSpec.parse({ chartSpec: { chart: "aws-standalone-cp" } });
 * assertEquals(chartSourceIdentity(chartSpec!, "team").name, "kcm-templates");
 * ```
 */
export function chartSourceIdentity(
  chart: ChartSpec,
  namespace: string,
): Identity {
  const { kind, name } = chart.sourceRef;
  return { group: SOURCE_GROUP, kind, namespace, name };
}

/**
 * The objects that a template's chart names.
 *
 * @param spec The template's `helm`.
 * @param options The template's namespace, and the field that `helm` is.
 * @returns The chart's source, or the HelmChart. The default repository, which
 * KCM makes itself, is not among them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = helmSpec.parse({ chartRef: { kind: "HelmChart", name: "a", namespace: "b" } });
 * const [reference] = helmReferences(spec, { namespace: "team", field: ["spec", "helm"] });
 * assertEquals(reference?.to.kind, "HelmChart");
 * ```
 */
export function helmReferences(
  spec: HelmSpec,
  options: { readonly namespace: string; readonly field: FieldPath },
): Reference[] {
  const { namespace, field } = options;
  if (spec.chartSource !== undefined) {
    return sourceReferences(spec.chartSource, {
      namespace,
      field: [...field, "chartSource"],
    });
  }
  if (spec.chartRef !== undefined) {
    const { kind, name } = spec.chartRef;
    return [{
      to: {
        group: SOURCE_GROUP,
        kind,
        namespace: spec.chartRef.namespace ?? namespace,
        name,
      },
      field: [...field, "chartRef", "name"],
    }];
  }
  if (spec.chartSpec === undefined) return [];
  const to = chartSourceIdentity(spec.chartSpec, namespace);
  if (to.kind === "HelmRepository" && to.name === DEFAULT_REPOSITORY) return [];
  return [{ to, field: [...field, "chartSpec", "sourceRef", "name"] }];
}
