/**
 * The CRDs that objects are held against.
 *
 * @module
 */

import { groupOf, type Manifest } from "../../model/mod.ts";
import { type CompiledSchema, compileSchema } from "./compile_schema.ts";
import type { CustomResource } from "./custom_resource.ts";

/** What the CRDs have for an object. */
export type SchemaLookup =
  | CompiledSchema
  /** Kubernetes itself has the kind, and no CRD. */
  | { readonly kind: "built-in" }
  | { readonly kind: "no-crd" }
  /** There is a CRD, but not for this version. */
  | { readonly kind: "unserved"; readonly served: readonly string[] };

/** CRDs by kind. Their schemas are compiled when they are first needed. */
export class CrdCatalogue {
  readonly #byKind: ReadonlyMap<string, CustomResource>;
  readonly #compiled = new Map<string, SchemaLookup>();

  /**
   * @param crds The CRDs; of two for one kind the later one counts.
   */
  constructor(crds: Iterable<CustomResource>) {
    this.#byKind = new Map(
      [...crds].map((crd) => [`${crd.spec.group}/${crd.spec.names.kind}`, crd]),
    );
  }

  /** How many kinds have a CRD. */
  get size(): number {
    return this.#byKind.size;
  }

  /**
   * Looks up what an object is to be held against.
   *
   * @param object The object's version and kind.
   * @returns The check, or why there is none.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const catalogue = new CrdCatalogue([]);
   * assertEquals(catalogue.schemaOf({ apiVersion: "v1", kind: "Secret" }).kind, "built-in");
   * assertEquals(catalogue.schemaOf({ apiVersion: "a.b/v1", kind: "A" }).kind, "no-crd");
   * ```
   */
  schemaOf(object: Pick<Manifest, "apiVersion" | "kind">): SchemaLookup {
    const key = `${object.apiVersion}/${object.kind}`;
    let lookup = this.#compiled.get(key);
    if (lookup === undefined) {
      lookup = this.#lookUp(object);
      this.#compiled.set(key, lookup);
    }
    return lookup;
  }

  #lookUp(
    { apiVersion, kind }: Pick<Manifest, "apiVersion" | "kind">,
  ): SchemaLookup {
    const group = groupOf(apiVersion);
    const crd = this.#byKind.get(`${group}/${kind}`);
    if (crd === undefined) {
      return { kind: isBuiltIn(group) ? "built-in" : "no-crd" };
    }
    const served = crd.spec.versions.filter((version) => version.served);
    const version = served.find(({ name }) =>
      apiVersion === `${group}/${name}`
    );
    return version === undefined
      ? { kind: "unserved", served: served.map(({ name }) => name) }
      : compileSchema(version.schema?.openAPIV3Schema ?? {});
  }
}

function isBuiltIn(group: string): boolean {
  return !group.includes(".") ||
    (group.endsWith(".k8s.io") && !group.endsWith(".x-k8s.io"));
}
