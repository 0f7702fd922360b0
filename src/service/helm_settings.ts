/**
 * What the configuration says of Helm charts, in the words of the templates.
 *
 * @module
 */

import type { RenderConfig } from "../source/mod.ts";
import type { HelmSettings } from "../templates/mod.ts";

/**
 * What charts are rendered for, and the clock by which their time is limited.
 *
 * @param config The configuration; left out where it has errors.
 * @returns The settings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../source/mod.ts";
 * assertEquals(helmSettings(DEFAULT_CONFIG).helm, 4);
 * ```
 */
export function helmSettings(config: RenderConfig | undefined): HelmSettings {
  const clock = () => performance.now();
  if (config === undefined) return { clock };
  const { version, kubeVersion, apiVersions } = config.helm;
  return {
    clock,
    helm: version,
    apiVersions,
    ...(kubeVersion === undefined ? {} : { kubeVersion }),
  };
}
