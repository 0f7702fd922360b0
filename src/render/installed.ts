/**
 * What the declared Management says of the KCM installation (kcm-spec 0.4).
 *
 * @module
 */

import { type Inventory, SINGLETON_NAME } from "../k0rdent/mod.ts";
import {
  installationOf,
  type InstallationSettings,
  type RenderConfig,
} from "../source/mod.ts";

/**
 * The settings of the KCM installation, from `k0render.yaml` and from the
 * Management.
 *
 * @param input The definitions, and the configuration.
 * @returns The settings in force.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inputOf } from "./_testing.ts";
 * const input = inputOf(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Management
 * metadata: {name: kcm}
 * spec:
 *   release: kcm-1-11-0
 *   core: {kcm: {config: {controller: {globalRegistry: reg.example.com}}}}
 * `);
 * assertEquals(installed(input).installation.globalRegistry, "reg.example.com");
 * ```
 */
export function installed(
  { inventory, config }: {
    readonly inventory: Inventory;
    readonly config: Pick<RenderConfig, "installation">;
  },
): InstallationSettings {
  const management = inventory.managements.get(SINGLETON_NAME);
  const values = management?.spec.core?.kcm?.config ?? {};
  return installationOf(config.installation, values);
}
