/**
 * What installs the templates of a Release (kcm-spec 6.2).
 *
 * @module
 */

import {
  type Declared,
  DEFAULT_REPOSITORY,
  MANAGED_LABELS,
  type ReleaseSpec,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import type { Identity, Manifest } from "../../model/mod.ts";
import { chartRef } from "../cluster/helm_release.ts";
import type { Resolution } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { fillShape } from "../shapes.ts";
import { DEFAULT_INTERVAL } from "../sources/cluster_template.ts";

/**
 * The HelmChart and HelmRelease of a Release's templates.
 *
 * @param release The Release's name.
 * @param namespace KCM's namespace.
 * @returns Their identities.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { chart } = templatesIdentities("kcm-1-11-0", "kcm-system");
 * assertEquals(chart.name, "kcm-1-11-0-tpl");
 * ```
 */
export function templatesIdentities(
  release: string,
  namespace: string,
): { chart: Identity; release: Identity } {
  const name = `${release}-tpl`;
  return {
    chart: { group: SOURCE_GROUP, kind: "HelmChart", namespace, name },
    release: {
      group: "helm.toolkit.fluxcd.io",
      kind: "HelmRelease",
      namespace,
      name,
    },
  };
}

/**
 * Makes what installs the templates of a Release.
 *
 * @param scope The definitions.
 * @param declared The Release.
 * @returns The HelmChart and the HelmRelease.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { RELEASE } from "../../k0rdent/mod.ts";
 * import { demoScope } from "../_demo.ts";
 * const release = {
 *   spec: RELEASE.spec.parse({ version: "1.11.0", kcm: { template: "a" }, capi: { template: "b" } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Release",
 *     metadata: { name: "kcm-1-11-0" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(releaseTemplates(demoScope(), release).length, 2);
 * ```
 */
export function releaseTemplates(
  scope: Scope,
  declared: Declared<ReleaseSpec>,
): Resolution<Manifest>[] {
  const { systemNamespace, installation } = scope.settings;
  const { defaultHelmTimeout } = installation;
  const { chart, release } = templatesIdentities(
    declared.manifest.metadata.name,
    systemNamespace,
  );
  return [
    fillShape(scope.library.shape("flux/helmchart"), {
      identity: chart,
      data: {
        labels: MANAGED_LABELS,
        spec: {
          chart: "kcm-templates",
          version: declared.spec.version,
          sourceRef: { kind: "HelmRepository", name: DEFAULT_REPOSITORY },
          interval: DEFAULT_INTERVAL,
        },
      },
    }),
    fillShape(scope.shapes.helmRelease, {
      identity: release,
      data: {
        labels: MANAGED_LABELS,
        interval: DEFAULT_INTERVAL,
        spec: {
          chartRef: chartRef(chart),
          releaseName: release.name,
          ...(defaultHelmTimeout === undefined
            ? {}
            : { timeout: defaultHelmTimeout }),
        },
      },
    }),
  ];
}
