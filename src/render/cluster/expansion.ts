/**
 * The objects that a cluster's chart makes, by its template package.
 *
 * @module
 */

import { scopeOf } from "../../k0rdent/mod.ts";
import {
  type Finding,
  groupOf,
  type Identity,
  identityOf,
  makeFinding,
  type Manifest,
  type Origin,
  type ValueMap,
} from "../../model/mod.ts";
import {
  renderPackage,
  type TemplatePackage,
  type TemplateProblem,
} from "../../templates/mod.ts";
import { RENDER_RULES } from "../rules.ts";
import type { ClusterRef } from "../services/profile_spec.ts";

/** What a cluster is expanded from. */
export interface ExpansionInput {
  readonly package: TemplatePackage;
  /** The ClusterDeployment. */
  readonly object: Identity;
  readonly origin: Origin;
  readonly values: ValueMap;
}

/**
 * Expands a cluster.
 *
 * @param input What it is expanded from.
 * @returns The objects, each with its namespace, and what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { identityOf } from "../../model/mod.ts";
 * import { demoInputs, known } from "../_demo.ts";
 * const inputs = demoInputs();
 * const { objects } = expand({
 *   package: known(inputs.package),
 *   object: identityOf(inputs.deployment.manifest),
 *   origin: inputs.deployment.origin,
 *   values: { clusterIdentity: { name: "docker" } },
 * });
 * assertEquals(objects.every(({ metadata }) => metadata.namespace === "prod"), true);
 * ```
 */
export function expand(
  input: ExpansionInput,
): { objects: Manifest[]; findings: Finding[] } {
  const { name, namespace } = input.object;
  const { objects, problems } = renderPackage(input.package, {
    release: { name, namespace },
    values: input.values,
  });
  return {
    objects: objects.map((object) => inNamespace(object, namespace)),
    findings: problems.map((problem) => packageFinding(problem, input)),
  };
}

/**
 * The cluster among the objects of an expansion, as Sveltos refers to it.
 *
 * @param objects The expansion.
 * @param cluster The ClusterDeployment's name and namespace.
 * @returns The reference, or `undefined` where there is no such cluster.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const cluster = {
 *   apiVersion: "cluster.x-k8s.io/v1beta2",
 *   kind: "Cluster",
 *   metadata: { name: "eu1", namespace: "prod" },
 * };
 * const found = findClusterRef([cluster], { name: "eu1", namespace: "prod" });
 * assertEquals(found?.kind, "Cluster");
 * ```
 */
export function findClusterRef(
  objects: readonly Manifest[],
  cluster: { readonly name: string; readonly namespace: string },
): ClusterRef | undefined {
  const { name, namespace } = cluster;
  for (const [group, kind, version] of CLUSTER_KINDS) {
    const found = objects.some((object) =>
      object.kind === kind && groupOf(object.apiVersion) === group &&
      object.metadata.name === name
    );
    if (found) {
      return { apiVersion: `${group}/${version}`, kind, namespace, name };
    }
  }
  return undefined;
}

/**
 * Whether an object is the cluster itself, whose deletion makes Cluster API
 * take down all the rest in order.
 *
 * @param object An object of an expansion.
 * @returns Whether it is a Cluster or SveltosCluster.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const metadata = { name: "eu1" };
 * assert(isCluster({ apiVersion: "cluster.x-k8s.io/v1beta2", kind: "Cluster", metadata }));
 * assert(!isCluster({ apiVersion: "k0smotron.io/v1beta1", kind: "Cluster", metadata }));
 * ```
 */
export function isCluster(object: Manifest): boolean {
  return CLUSTER_KINDS.some(([group, kind]) =>
    object.kind === kind && groupOf(object.apiVersion) === group
  );
}

/** Clusters by group, kind and the version that KCM refers to; first wins. */
const CLUSTER_KINDS = [
  ["cluster.x-k8s.io", "Cluster", "v1beta2"],
  ["lib.projectsveltos.io", "SveltosCluster", "v1beta1"],
] as const;

function inNamespace(object: Manifest, namespace: string): Manifest {
  if (object.metadata.namespace !== undefined) return object;
  if (scopeOf(identityOf(object)) === "cluster") return object;
  return { ...object, metadata: { ...object.metadata, namespace } };
}

function packageFinding(
  problem: TemplateProblem,
  { object, origin }: ExpansionInput,
): Finding {
  const { field, rule = RENDER_RULES["render/package"] } = problem;
  const message = rule.severity === "error"
    ? `Cannot expand ClusterDeployment "${object.name}" ${siteOf(problem)}`
    : problem.message;
  return makeFinding(rule, message, {
    object,
    place: {
      origin,
      field: field === undefined
        ? ["spec", "template"]
        : ["spec", "config", ...field],
    },
  });
}

function siteOf(
  { chart, template, line, column, message }: TemplateProblem,
): string {
  const by = chart === undefined ? "" : `by chart "${chart}" `;
  return `${by}at ${template}:${line}:${column}: ${message}`;
}
