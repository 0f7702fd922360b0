/**
 * From a ClusterDeployment to everything that it is rendered from.
 *
 * @module
 */

import type { ClusterDeploymentSpec, Declared } from "../../k0rdent/mod.ts";
import { type Finding, hasErrors, identityOf } from "../../model/mod.ts";
import { blameOn } from "../blame.ts";
import type { Scope } from "../scope.ts";
import { hidesReleases } from "../services/hides_releases.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { checkDataSource } from "./check_data_source.ts";
import { collectAddressClaim } from "./collect_address_claim.ts";
import { collectApiServerFiles } from "./collect_api_server_files.ts";
import { collectCredential } from "./collect_credential.ts";
import { collectRegion } from "./collect_region.ts";
import { collectSets } from "./collect_sets.ts";
import { findPackage } from "./find_package.ts";
import { regionServiceFindings } from "./region_services.ts";

/** What was collected for a cluster; without inputs it cannot be rendered. */
export interface CollectedCluster {
  readonly inputs?: ClusterInputs;
  readonly findings: readonly Finding[];
}

/**
 * Collects everything that a cluster is rendered from.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The inputs, and what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * const { inputs } = collectCluster(demoScope(), demoCluster());
 * assertEquals(inputs?.template.chart, "docker-hosted-cp");
 * ```
 */
export function collectCluster(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): CollectedCluster {
  const { spec } = deployment;
  const object = identityOf(deployment.manifest);
  const blame = blameOn(deployment);
  const template = blame.take(
    scope.clusterTemplate(object.namespace, spec.template),
    ["spec", "template"],
  );
  const credential = blame.take(
    collectCredential(scope, deployment),
    ["spec", "credential"],
  );
  const addressClaim = blame.take(
    collectAddressClaim(scope, deployment),
    ["spec", "ipamClaim"],
  );
  const region = collectRegion(scope, deployment, blame);
  const files = collectApiServerFiles(scope, deployment, blame);
  const sets = collectSets(scope, deployment);
  blame.findings.push(...sets.findings);
  checkDataSource(scope, deployment, blame);
  const expander = template && findPackage(scope, template, {
    object,
    origin: deployment.origin,
    blame,
  });
  const findings = [
    ...blame.findings,
    ...sets.sharedFindings,
    ...(region === undefined
      ? []
      : regionServiceFindings(region.target.name, sets.delivered)),
  ];
  if (!template || !credential || hasErrors(blame.findings)) {
    return { findings };
  }
  return {
    findings,
    inputs: {
      version: scope.version,
      settings: scope.settings,
      shapes: scope.shapes,
      deployment,
      template,
      ...credential,
      ...files,
      ...(expander === undefined ? {} : { package: expander }),
      ...(region === undefined ? {} : { region }),
      ...(addressClaim === undefined ? {} : { addressClaim }),
      sets: sets.delivered,
      retained: sets.retained,
      keepsOthers: hidesReleases(scope),
    },
  };
}
