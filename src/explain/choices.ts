/**
 * What else may stand in a place, where there is a list of it.
 *
 * @module
 */

import { z } from "zod";
import {
  CLUSTER_DEPLOYMENT,
  CLUSTER_IPAM_CLAIM,
  CLUSTER_TEMPLATE,
  HELM_REPOSITORY,
  MULTI_CLUSTER_SERVICE,
  PROVIDER_TEMPLATE,
  SERVICE_TEMPLATE,
} from "../k0rdent/mod.ts";
import {
  type FieldPath,
  getField,
  isMap,
  type Value,
  type ValueMap,
} from "../model/mod.ts";

/** The kinds whose fields reach rendered objects. */
const SPECS: ReadonlyMap<string, z.ZodType> = new Map(
  [
    CLUSTER_DEPLOYMENT,
    CLUSTER_IPAM_CLAIM,
    CLUSTER_TEMPLATE,
    HELM_REPOSITORY,
    MULTI_CLUSTER_SERVICE,
    PROVIDER_TEMPLATE,
    SERVICE_TEMPLATE,
  ].map(({ kind, spec }) => [kind, spec]),
);

const schemas = new Map<string, ValueMap>();

/**
 * What a kind allows in one place of its objects, where it has a list of it.
 *
 * @param kind The kind.
 * @param path The place, from the root of the object.
 * @returns The values; none where there is no such list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = ["spec", "ipamClaim", "spec", "provider"];
 * assertEquals(choicesOfKind("ClusterDeployment", path), [
 *   "in-cluster",
 *   "ipam-infoblox",
 * ]);
 * ```
 */
export function choicesOfKind(
  kind: string,
  [root, ...path]: FieldPath,
): readonly Value[] {
  const spec = SPECS.get(kind);
  if (spec === undefined || root !== "spec") return [];
  const schema = schemas.get(kind) ??
    z.toJSONSchema(spec, { io: "input", unrepresentable: "any" }) as ValueMap;
  schemas.set(kind, schema);
  return choicesAt(schema, path);
}

/**
 * What a schema allows in one place, where it has a list of it.
 *
 * @param schema A JSON Schema.
 * @param path The place.
 * @returns The values of its `enum`; none where it has no such.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { properties: { arch: { enum: ["amd64", "arm64"] } } };
 * assertEquals(choicesAt(schema, ["arch"]), ["amd64", "arm64"]);
 * ```
 */
export function choicesAt(
  schema: ValueMap,
  path: FieldPath,
): readonly Value[] {
  let here: Value | undefined = schema;
  for (const step of path) {
    const items = getField(here, "items");
    here = typeof step === "number"
      ? items
      : getField(getField(here, "properties"), step) ??
        additional(getField(here, "additionalProperties"));
  }
  const choices = getField(here, "enum");
  return Array.isArray(choices) ? choices : [];
}

function additional(schema: Value | undefined): ValueMap | undefined {
  return isMap(schema) ? schema : undefined;
}
