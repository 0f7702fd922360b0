/**
 * The Secrets that KCM copies to the namespace of each cluster (kcm-spec 2.1).
 *
 * @module
 */

import type { Installation } from "./render_config.ts";

/** The Secret with the credentials of the global registry, which KCM makes. */
export const REGISTRY_CREDENTIALS = "cld-registry-credentials";

/**
 * The Secrets that clusters need beside them, as the installation decides.
 *
 * @param installation The settings of the KCM installation.
 * @returns Their names.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "./render_config.ts";
 * const { installation } = DEFAULT_CONFIG;
 * const secured = { ...installation, k0sURLCertSecret: "k0s" };
 * assertEquals(registrySecrets(secured), ["k0s"]);
 * ```
 */
export function registrySecrets(installation: Installation): string[] {
  const { registryCredsSecret, globalRegistry } = installation;
  const hasCredentials = registryCredsSecret !== "" && globalRegistry !== "";
  const names = [
    installation.registryCertSecret,
    installation.k0sURLCertSecret,
    hasCredentials ? REGISTRY_CREDENTIALS : "",
  ];
  return [...new Set(names)].filter((name) => name !== "");
}
