/**
 * What the configuration says of Helm charts, in the words of the templates.
 *
 * @module
 */

import type { RenderConfig } from "../source/mod.ts";
import type { HelmSettings } from "../templates/mod.ts";

/**
 * What charts are rendered for.
 *
 * @param config The configuration; left out where it has errors.
 * @returns The settings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../source/mod.ts";
 * assertEquals(helmSettings(DEFAULT_CONFIG), { helm: 4, apiVersions: [] });
 * ```
 */
export function helmSettings(config: RenderConfig | undefined): HelmSettings {
  if (config === undefined) return {};
  const { version, kubeVersion, apiVersions } = config.helm;
  return {
    helm: version,
    apiVersions,
    ...(kubeVersion === undefined ? {} : { kubeVersion }),
  };
}
