/**
 * The CA certificate of a ClusterAuthentication (kcm-spec 2.6).
 *
 * @module
 */

import { certificateOf } from "../../k0rdent/mod.ts";
import { getField, type ValueMap } from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";

/** A ClusterAuthentication, as far as its certificate goes. */
export interface AuthenticationSource {
  readonly spec: ValueMap;
  readonly namespace: string;
}

/**
 * Reads the certificate that a ClusterAuthentication takes from a Secret. The
 * Secret is often encrypted or not in Git at all, so a ConfigMap of its name
 * may say what it holds: the hash of the file depends on it.
 *
 * @param scope The definitions.
 * @param source The ClusterAuthentication.
 * @param blame What is wrong with the cluster that has it.
 * @returns The certificate; `undefined` where none is asked for or known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const source = { spec: {}, namespace: "prod" };
 * assertEquals(collectCertificate(demoScope(), source, blameOn(demoCluster())), undefined);
 * ```
 */
export function collectCertificate(
  { inventory, config }: Scope,
  source: AuthenticationSource,
  blame: Blame,
): string | undefined {
  const reference = getField(source.spec, "caSecret");
  const name = getField(reference, "name");
  if (typeof name !== "string" || name === "") return undefined;
  const key = String(getField(reference, "key"));
  const namespace = String(
    getField(reference, "namespace") || source.namespace,
  );
  for (const kind of ["Secret", "ConfigMap"]) {
    const found = inventory.find({ group: "", kind, namespace, name });
    const certificate = found && certificateOf(found.manifest, key);
    if (certificate !== undefined) return certificate;
  }
  // Where the file is applied, nobody could log in without it.
  blame.report(
    [
      "render/unreadable-certificate",
      config.applyLevel === "k0rdent" ? "warning" : "error",
    ],
    ["spec", "clusterAuth"],
    `Cannot complete the authentication configuration: Secret "${namespace}/${name}" has no certificate "${key}" that can be read in Git`,
  );
  return undefined;
}
