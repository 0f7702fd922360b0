/**
 * From what is declared to what there is once KCM has copied it.
 *
 * @module
 */

import { type Inventory, takeInventory } from "../inventory.ts";
import { addAccessCopies } from "./access_copies.ts";
import { Copies } from "./copies.ts";
import { addIdentityCopies } from "./identity_copies.ts";
import { addTemplateCopies } from "./template_copies.ts";

/**
 * Adds all copies that KCM makes between namespaces. What is declared wins over
 * a copy. Access rules bring chains and Credentials, those bring templates and
 * identities, and none of them brings anything to the namespace that all is
 * copied from: so one round is enough, and another one changes nothing.
 *
 * @param inventory What is declared.
 * @returns An inventory with the copies; the same one where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { k0rdentObject } from "../kind.ts";
 * import { takeInventory } from "../inventory.ts";
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * const apiVersion = "k0rdent.mirantis.com/v1beta1";
 * const { inventory } = takeInventory([
 *   {
 *     manifest: {
 *       apiVersion,
 *       kind: "AccessManagement",
 *       metadata: { name: "kcm" },
 *       spec: { accessRules: [{ targetNamespaces: { list: ["prod"] }, credentials: ["aws"] }] },
 *     },
 *     origin,
 *   },
 *   {
 *     manifest: {
 *       apiVersion,
 *       kind: "Credential",
 *       metadata: { name: "aws", namespace: "kcm-system" },
 *       spec: { identityRef: { apiVersion: "v1", kind: "Secret", name: "aws" } },
 *     },
 *     origin,
 *   },
 * ], { systemNamespace: "kcm-system" });
 * const copy = distribute(inventory).find(k0rdentObject("Credential", "aws", "prod"));
 * assertEquals(copy?.copied?.from.namespace, "kcm-system");
 * ```
 */
export function distribute(inventory: Inventory): Inventory {
  const copies = new Copies(inventory);
  addAccessCopies(copies);
  addTemplateCopies(copies);
  addIdentityCopies(copies);
  const { made } = copies;
  if (made.length === 0) return inventory;
  const { systemNamespace, kcmVersion } = inventory;
  return takeInventory([...inventory.all.values(), ...made], {
    systemNamespace,
    ...(kcmVersion === undefined ? {} : { kcmVersion }),
  }).inventory;
}
