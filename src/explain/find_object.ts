import { didYouMean, type Inventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  type Identity,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import { EXPLAIN_RULES } from "./rules.ts";

/** Objects of a name, or why there are none. */
export type FoundObjects =
  | { readonly kind: "found"; readonly definitions: readonly Definition[] }
  | { readonly kind: "unknown"; readonly finding: Finding };

/**
 * Finds the declared objects of a name: `namespace/name`, `name` for those
 * without a namespace, and either with the kind before it.
 *
 * @param inventory What is declared.
 * @param wanted The name.
 * @returns The objects; a ClusterDeployment of that name is meant alone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../render/_demo.ts";
 * const found = findObjects(demoScope().inventory, "prod/eu2");
 * assertEquals(
 *   found.kind === "unknown" && found.finding.remedy,
 *   'Did you mean "prod/eu1"?',
 * );
 * ```
 */
export function findObjects(
  inventory: Inventory,
  wanted: string,
): FoundObjects {
  const definitions = [...inventory.all.values()].filter((definition) =>
    namesOf(identityOf(definition.manifest)).includes(wanted)
  );
  const clusters = definitions.filter(({ manifest }) =>
    manifest.kind === "ClusterDeployment"
  );
  if (clusters.length > 0) return { kind: "found", definitions: clusters };
  if (definitions.length > 0) return { kind: "found", definitions };
  const clustersFirst = [...inventory.all.values()].toSorted((a, b) =>
    rank(a) - rank(b)
  );
  const names = clustersFirst.flatMap(({ manifest }) =>
    namesOf(identityOf(manifest))
  );
  const sameName = clustersFirst.find(({ manifest }) =>
    manifest.metadata.name === wanted
  );
  const nearest = sameName === undefined
    ? didYouMean(wanted, names)
    : namesOf(identityOf(sameName.manifest))[0];
  return {
    kind: "unknown",
    finding: makeFinding(
      EXPLAIN_RULES["explain/unknown-object"],
      `Cannot explain "${wanted}": nobody declares such an object`,
      nearest === undefined ? {} : { remedy: `Did you mean "${nearest}"?` },
    ),
  };
}

function rank({ manifest }: Definition): number {
  return manifest.kind === "ClusterDeployment" ? 0 : 1;
}

/**
 * The names that an object goes by.
 *
 * @param object The object.
 * @returns `namespace/name`, or `name` without a namespace, and with the kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = { group: "", kind: "Secret", namespace: "prod", name: "a" };
 * assertEquals(namesOf(object), ["prod/a", "Secret/prod/a"]);
 * ```
 */
export function namesOf({ kind, namespace, name }: Identity): string[] {
  const full = namespace === "" ? name : `${namespace}/${name}`;
  return [full, `${kind}/${full}`];
}
