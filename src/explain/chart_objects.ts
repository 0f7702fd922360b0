/**
 * The objects of a cluster as its chart writes them.
 *
 * @module
 */

import { identityOf, type Manifest } from "../model/mod.ts";
import { mergeLayers } from "../render/mod.ts";
import { renderPackage } from "../templates/mod.ts";
import { identityOfKey } from "./identity_of_key.ts";
import type { Outcome } from "./trial.ts";

/** An object as a template wrote it. */
export interface ChartObject {
  readonly manifest: Manifest;
  /** The template's path. */
  readonly template: string;
}

/**
 * The objects of a cluster as its chart writes them, before anything is added.
 *
 * @param base What is rendered.
 * @returns The objects, by the keys that they have in what is rendered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { trialOf } from "./trial.ts";
 * const made = chartObjects(known(trialOf(demoScope(), "prod/eu1").render({})));
 * assertEquals(made.get("cluster.x-k8s.io/Cluster/prod/eu1")?.manifest.metadata, {
 *   name: "eu1",
 *   labels: { "k0rdent.mirantis.com/component": "kcm" },
 * });
 * ```
 */
export function chartObjects(
  { cluster, objects }: Outcome,
): ReadonlyMap<string, ChartObject> {
  const { package: expander, deployment } = cluster.inputs;
  if (expander === undefined) return new Map();
  const { name, namespace = "" } = deployment.manifest.metadata;
  const made = renderPackage(expander, {
    release: { name, namespace },
    values: mergeLayers(cluster.layers),
  });
  const all = made.objects.map((manifest, index) => ({
    manifest,
    template: inDirectory(expander.directory, made.templates[index] ?? ""),
  }));
  return new Map([...objects.keys()].flatMap((key) => {
    const found = all.find(({ manifest }) => isSame(key, manifest));
    return found === undefined ? [] : [[key, found] as const];
  }));
}

function isSame(key: string, manifest: Manifest): boolean {
  const wanted = identityOfKey(key);
  const { group, kind, name, namespace } = identityOf(manifest);
  return wanted.group === group && wanted.kind === kind &&
    wanted.name === name &&
    (namespace === "" || namespace === wanted.namespace);
}

/** Helm names templates by their chart, which may lie anywhere. */
function inDirectory(directory: string, template: string): string {
  if (template.startsWith(`${directory}/`)) return template;
  return `${directory}/${template.split("/").slice(1).join("/")}`;
}
