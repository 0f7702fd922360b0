/**
 * The settings of the KCM installation, from its own values (kcm-spec 0.4).
 *
 * @module
 */

import { type FieldPath, getPath, type ValueMap } from "../model/mod.ts";
import {
  DEFAULT_CONFIG,
  type Installation,
  installationSchema,
} from "./render_config.ts";

/** Where the kcm chart has the settings in its values. */
export const INSTALLATION_PATHS: Readonly<
  Record<keyof Installation, FieldPath>
> = {
  templatesRepoURL: ["controller", "templatesRepoURL"],
  insecureRegistry: ["controller", "insecureRegistry"],
  registryCredsSecret: ["controller", "registryCredsSecret"],
  registryCertSecret: ["controller", "registryCertSecret"],
  globalRegistry: ["controller", "globalRegistry"],
  globalK0sURL: ["controller", "globalK0sURL"],
  k0sURLCertSecret: ["controller", "k0sURLCertSecret"],
  imagePullSecret: ["controller", "imagePullSecret"],
  proxySecret: ["proxy", "secretName"],
  enableProvidersReload: ["enableProvidersReload"],
  defaultHelmTimeout: ["controller", "defaultHelmTimeout"],
};

/** The settings in force, and those that are stated twice and differ. */
export interface InstallationSettings {
  readonly installation: Installation;
  readonly differing: readonly (keyof Installation)[];
}

/**
 * Completes the settings of `k0render.yaml` with the values that KCM has been
 * installed with. What `k0render.yaml` sets to other than its default wins.
 *
 * @param stated The settings of `k0render.yaml`, its defaults filled in.
 * @param values The values of the kcm chart, as a Management has them.
 * @returns The settings in force, and which of them are contradicted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "./render_config.ts";
 * const values = { controller: { globalRegistry: "reg.example.com" } };
 * const { installation } = installationOf(DEFAULT_CONFIG.installation, values);
 * assertEquals(installation.globalRegistry, "reg.example.com");
 * ```
 */
export function installationOf(
  stated: Installation,
  values: ValueMap,
): InstallationSettings {
  const found: Partial<Record<keyof Installation, unknown>> = {};
  const differing: (keyof Installation)[] = [];
  for (const [name, path] of Object.entries(INSTALLATION_PATHS)) {
    const key = name as keyof Installation;
    const { success, data } = installationSchema.shape[key]
      .safeParse(getPath(values, path));
    if (!success || data === DEFAULT_CONFIG.installation[key]) continue;
    if (stated[key] === DEFAULT_CONFIG.installation[key]) found[key] = data;
    else if (stated[key] !== data) differing.push(key);
  }
  return {
    installation: { ...stated, ...found } as Installation,
    differing,
  };
}
