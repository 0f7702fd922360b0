/**
 * The `kustomization.yaml` of a directory.
 *
 * Without one Flux takes every YAML file that it finds below the directory,
 * and an unreadable file of somebody else's fails the whole build.
 *
 * @module
 */

import type { ValueMap } from "../model/mod.ts";
import { emitYaml } from "../yaml/mod.ts";
import type { TreeFile } from "./types.ts";

/**
 * Makes the `kustomization.yaml` of a directory.
 *
 * @param directory The directory, from the tree's root.
 * @param resources The paths of the files to apply, from the directory.
 * @param patches What to change in them.
 * @returns The file; it names the resources in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const file = kustomizationFile("flux", ["b.yaml", "a.yaml"]);
 * assertEquals(file.path, "flux/kustomization.yaml");
 * assertEquals(file.text.split("\n").slice(2), ["resources:", "- a.yaml", "- b.yaml", ""]);
 * ```
 */
export function kustomizationFile(
  directory: string,
  resources: readonly string[],
  patches: readonly ValueMap[] = [],
): TreeFile {
  const text = emitYaml({
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: resources.toSorted(),
    ...(patches.length === 0 ? {} : { patches: [...patches] }),
  });
  return { path: `${directory}/kustomization.yaml`, text };
}
