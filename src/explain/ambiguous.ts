import { type Finding, type Identity, makeFinding } from "../model/mod.ts";
import { namesOf } from "./find_object.ts";
import { EXPLAIN_RULES } from "./rules.ts";

/**
 * Says that several objects go by a name, and how to say which is meant.
 *
 * @param wanted The name.
 * @param objects The objects.
 * @returns The finding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const kcm = { group: "k0rdent.mirantis.com", namespace: "", name: "kcm" };
 * const kinds = ["Management", "AccessManagement"];
 * assertEquals(
 *   ambiguous("kcm", kinds.map((kind) => ({ ...kcm, kind }))).remedy,
 *   'Say which: "Management/kcm" or "AccessManagement/kcm".',
 * );
 * ```
 */
export function ambiguous(
  wanted: string,
  objects: readonly Identity[],
): Finding {
  const names = objects.map((object) => `"${namesOf(object)[1]}"`);
  const all = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  return makeFinding(
    EXPLAIN_RULES["explain/ambiguous-object"],
    `Cannot tell which object "${wanted}" is: ${objects.length} have an answer`,
    { remedy: `Say which: ${all}.` },
  );
}
