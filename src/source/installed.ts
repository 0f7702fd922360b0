/**
 * What the declared Management says of the KCM installation (kcm-spec 0.4).
 *
 * @module
 */

import { type Inventory, SINGLETON_NAME } from "../k0rdent/mod.ts";
import { installationOf, type InstallationSettings } from "./installation.ts";
import type { RenderConfig } from "./render_config.ts";

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
 * import { takeInventory } from "../k0rdent/mod.ts";
 * import { DEFAULT_CONFIG } from "./render_config.ts";
 * const config = { controller: { globalRegistry: "reg.example.com" } };
 * const { inventory } = takeInventory([{
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Management",
 *     metadata: { name: "kcm" },
 *     spec: { release: "kcm-1-11-0", core: { kcm: { config } } },
 *   },
 *   origin: { file: "kcm.yaml", document: 0, line: 1 },
 * }], { systemNamespace: "kcm-system" });
 * const { installation } = installed({ inventory, config: DEFAULT_CONFIG });
 * assertEquals(installation.globalRegistry, "reg.example.com");
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
