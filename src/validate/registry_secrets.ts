/**
 * Checks that clusters have the Secrets that KCM would copy beside them.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { installed, registrySecrets } from "../source/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isProvided } from "./provided.ts";

/**
 * Finds clusters without the Secrets of the installation's registries. Their
 * contents are in no definition, so nobody can copy them in Git.
 *
 * @param input What to check.
 * @returns The findings; none where KCM copies the Secrets.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkRegistrySecrets(checkInput(""))], []);
 * ```
 */
export function* checkRegistrySecrets(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory, config } = input;
  if (config.applyLevel === "k0rdent") return;
  const names = registrySecrets(installed(input).installation);
  for (const cluster of inventory.clusterDeployments.values()) {
    const { namespace = "" } = cluster.manifest.metadata;
    for (const name of names) {
      const wanted = { group: "", kind: "Secret", namespace, name };
      if (inventory.find(wanted) || isProvided(wanted, inventory)) continue;
      yield report(cluster, "validate/registry-secret", {
        field: ["metadata", "namespace"],
        message: `Cannot find ${formatIdentity(wanted)}, which ${
          formatIdentity(identityOf(cluster.manifest))
        } needs: only KCM would copy it there`,
      });
    }
  }
}
