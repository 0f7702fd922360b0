/**
 * What KCM tells all components of the installation (kcm-spec 6.4).
 *
 * @module
 */

import type { ValueMap } from "../../model/mod.ts";
import type { Installation } from "../../source/mod.ts";

/** The provider that delivers services, which differs in much. */
export const SVELTOS = "projectsveltos";

/**
 * The values under `global` of a component.
 *
 * @param component The component's name.
 * @param installation The settings of the KCM installation.
 * @returns The values; empty where the installation sets nothing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const installation = { ...DEFAULT_CONFIG.installation, imagePullSecret: "pull" };
 * assertEquals(globalValues("capi", installation), {
 *   global: { imagePullSecrets: [{ name: "pull" }] },
 * });
 * ```
 */
export function globalValues(
  component: string,
  installation: Installation,
): ValueMap {
  const { globalRegistry, imagePullSecret } = installation;
  const values: ValueMap = {
    ...(globalRegistry === "" ? {} : { registry: globalRegistry }),
    ...(imagePullSecret === undefined ? {} : {
      imagePullSecrets: imagePullSecret === ""
        ? []
        : [{ name: imagePullSecret }],
    }),
    ...(component === SVELTOS ? {} : environmentValues(installation)),
  };
  return Object.keys(values).length === 0 ? {} : { global: values };
}

function environmentValues(
  { proxySecret, enableProvidersReload }: Installation,
): ValueMap {
  return {
    ...(proxySecret === "" ? {} : { proxy: { secretName: proxySecret } }),
    ...(enableProvidersReload === undefined ? {} : { enableProvidersReload }),
  };
}
