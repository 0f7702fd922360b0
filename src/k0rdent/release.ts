/**
 * Release: which versions of KCM, Cluster API and providers belong together.
 *
 * @module
 */

import { z } from "zod";
import { type FieldPath, getField } from "../model/mod.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";

/** Where Releases name the regional template that have no field for it. */
const REGIONAL_ANNOTATION = "k0rdent.mirantis.com/kcm-regional-template";

const named = z.strictObject({ template: z.string() });

const releaseSpec = z.strictObject({
  version: z.string(),
  kcm: named,
  capi: named,
  regional: named.exactOptional(),
  providers: z.array(z.strictObject({
    name: z.string(),
    template: z.string(),
  })).default([]),
});

/** The spec of a Release; defaults filled in. */
export type ReleaseSpec = z.infer<typeof releaseSpec>;

/** The kind Release. */
export const RELEASE: Kind<ReleaseSpec> = {
  group: K0RDENT_GROUP,
  kind: "Release",
  spec: releaseSpec,
};

/**
 * The ProviderTemplate that installs a Region's part of KCM.
 *
 * @param release The Release.
 * @returns Its name; `""` where the Release has none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const release = {
 *   spec: RELEASE.spec.parse({ version: "1.4.0", kcm: { template: "kcm" }, capi: { template: "capi" } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Release",
 *     metadata: {
 *       name: "kcm-1-4-0",
 *       annotations: { "k0rdent.mirantis.com/kcm-regional-template": "regional" },
 *     },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(regionalTemplate(release), "regional");
 * ```
 */
export function regionalTemplate(
  { spec, manifest }: Pick<Declared<ReleaseSpec>, "spec" | "manifest">,
): string {
  if (spec.regional !== undefined && spec.regional.template !== "") {
    return spec.regional.template;
  }
  const annotated = getField(
    manifest.metadata.annotations,
    REGIONAL_ANNOTATION,
  );
  return typeof annotated === "string" ? annotated : "";
}

/**
 * The ProviderTemplates that a Release names.
 *
 * @param release The Release.
 * @returns Those of KCM, Cluster API, Regions and the providers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const release = {
 *   spec: RELEASE.spec.parse({ version: "1.4.0", kcm: { template: "a" }, capi: { template: "b" } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Release",
 *     metadata: { name: "kcm-1-4-0" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(releaseReferences(release).map(({ to }) => to.name), ["a", "b"]);
 * ```
 */
export function releaseReferences(
  release: Declared<ReleaseSpec>,
): Reference[] {
  const { kcm, capi, providers, regional } = release.spec;
  const regionalField = regional === undefined
    ? ["metadata", "annotations", REGIONAL_ANNOTATION]
    : ["spec", "regional", "template"];
  return [
    reference(kcm.template, ["spec", "kcm", "template"]),
    reference(capi.template, ["spec", "capi", "template"]),
    reference(regionalTemplate(release), regionalField),
    ...providers.map(({ template }, index) =>
      reference(template, ["spec", "providers", index, "template"])
    ),
  ].filter(({ to }) => to.name !== "");
}

function reference(name: string, field: FieldPath): Reference {
  return { to: k0rdentObject("ProviderTemplate", name), field };
}
