/**
 * What k0render knows of a kind whose `spec` it reads.
 *
 * @module
 */

import type { z } from "zod";
import type { FieldPath, Identity, Manifest, Origin } from "../model/mod.ts";

/** The API group of the k0rdent kinds. */
export const K0RDENT_GROUP = "k0rdent.mirantis.com";

/** A kind, and how to read the `spec` of its objects. */
export interface Kind<Spec> {
  readonly group: string;
  readonly kind: string;
  /**
   * The version that the schema describes. Objects of other versions may have
   * fields that the schema does not know; left out, they may not.
   */
  readonly version?: string;
  readonly spec: z.ZodType<Spec>;
  /**
   * The field of `spec` that takes free data, where people mean to put a field
   * that `spec` itself does not have.
   */
  readonly freeField?: string;
}

/** An object as somebody declared it, with its `spec` read. */
export interface Declared<Spec> {
  /** The spec with all defaults filled in, as the API server would. */
  readonly spec: Spec;
  readonly manifest: Manifest;
  readonly origin: Origin;
}

/** Objects of one kind, by `namespace/name` or, without namespace, `name`. */
export type DeclaredMap<Spec> = ReadonlyMap<string, Declared<Spec>>;

/** An object that another one names in one of its fields. */
export interface Reference {
  readonly to: Identity;
  /** The field that names it. */
  readonly field: FieldPath;
}

/**
 * The key of an object among those of its kind.
 *
 * @param metadata The object's namespace and name.
 * @returns `namespace/name`, or `name` for an object without namespace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(objectKey({ namespace: "prod", name: "eu1" }), "prod/eu1");
 * assertEquals(objectKey({ name: "ingress" }), "ingress");
 * ```
 */
export function objectKey(
  metadata: { readonly namespace?: string; readonly name: string },
): string {
  const { namespace = "", name } = metadata;
  return namespace === "" ? name : `${namespace}/${name}`;
}

/**
 * The identity of a k0rdent object.
 *
 * @param kind The object's kind.
 * @param name Its name.
 * @param namespace Its namespace; left out for kinds without one.
 * @returns The identity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(k0rdentObject("Region", "eu").namespace, "");
 * ```
 */
export function k0rdentObject(
  kind: string,
  name: string,
  namespace = "",
): Identity {
  return { group: K0RDENT_GROUP, kind, namespace, name };
}
