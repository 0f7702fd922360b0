/**
 * The HelmRepository of k0rdent's own charts (kcm-spec 4.1).
 *
 * @module
 */

import {
  DEFAULT_REPOSITORY,
  isManaged,
  MANAGED_LABELS,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import type { Manifest, ValueMap } from "../../model/mod.ts";
import type { Installation, RenderConfig } from "../../source/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import type { Resolution } from "../resolution.ts";
import { fillShape } from "../shapes.ts";
import type { ChartTemplate } from "./helm_chart.ts";

/**
 * Makes the default repository beside a template.
 *
 * @param input The templates in force, and the configuration.
 * @param template A template with a chart.
 * @returns The HelmRepository; nothing beside distributed copies outside the
 * system namespace, where KCM makes none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * import { withChart } from "./helm_chart.ts";
 * const scope = demoScope();
 * const declared = known(scope.inventory.clusterTemplates.get("prod/docker"));
 * const [template] = withChart(declared);
 * assertEquals(defaultRepository(scope, known(template))?.kind, "resolved");
 * ```
 */
export function defaultRepository(
  input: { readonly library: TemplateLibrary; readonly config: RenderConfig },
  template: ChartTemplate,
): Resolution<Manifest> | undefined {
  const { config, library } = input;
  const { namespace } = template;
  if (namespace !== config.systemNamespace && isManaged(template.manifest)) {
    return undefined;
  }
  return fillShape(library.shape("flux/helmrepository"), {
    identity: {
      group: SOURCE_GROUP,
      kind: "HelmRepository",
      namespace,
      name: DEFAULT_REPOSITORY,
    },
    data: {
      labels: MANAGED_LABELS,
      interval: "10m0s",
      spec: repositorySpec(config.installation),
    },
  });
}

function repositorySpec(installation: Installation): ValueMap {
  const { templatesRepoURL, registryCredsSecret, registryCertSecret } =
    installation;
  return {
    type: templatesRepoURL.startsWith("oci://") ? "oci" : "default",
    url: templatesRepoURL,
    ...(installation.insecureRegistry ? { insecure: true } : {}),
    ...(registryCredsSecret === ""
      ? {}
      : { secretRef: { name: registryCredsSecret } }),
    ...(registryCertSecret === ""
      ? {}
      : { certSecretRef: { name: registryCertSecret } }),
  };
}
