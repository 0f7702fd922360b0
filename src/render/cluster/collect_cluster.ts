/**
 * From a ClusterDeployment to everything that it is rendered from.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  getField,
  hasErrors,
  identityKey,
  identityOf,
  makeFinding,
  type ValueMap,
} from "../../model/mod.ts";
import type { TemplatePackage } from "../../templates/mod.ts";
import {
  type Problem,
  problemFinding,
  type Resolution,
} from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";
import { resourceTemplateName } from "../services/propagation.ts";
import type { ResolvedClusterTemplate } from "../sources/cluster_template.ts";
import { collectApiServerFiles } from "./collect_api_server_files.ts";
import { collectAddressClaim } from "./collect_address_claim.ts";
import { collectRegion } from "./collect_region.ts";
import { collectSets } from "./collect_sets.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";

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
 */
export function collectCluster(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): CollectedCluster {
  const { spec, manifest, origin } = deployment;
  const { namespace = "" } = manifest.metadata;
  const object = identityOf(manifest);
  const findings: Finding[] = [];
  const template = require(
    scope.clusterTemplate(namespace, spec.template),
    ["spec", "template"],
  );
  const identity = require(
    credentialIdentity(scope, namespace, spec.credential ?? ""),
    ["spec", "credential"],
  );
  const addressClaim = require(
    collectAddressClaim(scope, deployment),
    ["spec", "ipamClaim"],
  );
  const region = collectRegion(scope, deployment);
  findings.push(...region.findings);
  const files = collectApiServerFiles(scope, deployment);
  findings.push(...files.findings);
  const sets = collectSets(scope, deployment);
  findings.push(...sets.findings);
  refuseUncomputable();
  const expander = template && findPackage(template);
  const all = [...findings, ...sets.sharedFindings];
  if (template === undefined || identity === undefined || hasErrors(findings)) {
    return { findings: all };
  }
  return {
    findings: all,
    inputs: {
      version: scope.version,
      settings: scope.settings,
      shapes: scope.shapes,
      deployment,
      template,
      ...(expander === undefined ? {} : { package: expander }),
      identity,
      ...resourceTemplateOf(scope, namespace, identity),
      ...region.inputs,
      ...files.inputs,
      ...(addressClaim === undefined ? {} : { addressClaim }),
      sets: sets.delivered,
      retained: sets.retained,
    },
  };

  function require<Result>(
    resolution: Resolution<Result>,
    field: FieldPath,
  ): Result | undefined {
    if (resolution.kind === "resolved") return resolution.result;
    findings.push(blame(resolution.problem, field));
    return undefined;
  }

  function blame(problem: Problem, field: FieldPath): Finding {
    return problemFinding(
      {
        ...problem,
        message: `Cannot render ${formatIdentity(object)}: ${problem.message}`,
      },
      { object, place: { origin, field } },
    );
  }

  function report(
    rule: keyof typeof RENDER_RULES,
    field: FieldPath,
    message: string,
    severity = RENDER_RULES[rule].severity,
  ): void {
    const place = { origin, field };
    findings.push(
      makeFinding(RENDER_RULES[rule], message, { object, place, severity }),
    );
  }

  function findPackage(
    { chart, version }: ResolvedClusterTemplate,
  ): TemplatePackage | undefined {
    const found = scope.library.clusterPackage(chart);
    if (found === undefined) {
      const isNeeded = scope.config.applyLevel === "capi";
      const isBroken = scope.library.clusterCharts().includes(chart);
      const why = isBroken
        ? `the template package "${chart}" has errors`
        : `no template package is named "${chart}"`;
      report(
        isBroken ? "render/package" : "render/no-package",
        ["spec", "template"],
        `Cannot expand ${formatIdentity(object)}: ${why}`,
        isNeeded ? "error" : "warning",
      );
    } else if (found.version !== version) {
      report(
        "render/package-version",
        ["spec", "template"],
        `${
          formatIdentity(object)
        } names version "${version}" of chart "${chart}", the template package is of version "${found.version}"`,
      );
    }
    return found;
  }

  function refuseUncomputable(): void {
    const isOurs = scope.config.applyLevel !== "k0rdent";
    if (!isOurs || spec.dataSource === undefined) return;
    report(
      "render/not-supported",
      ["spec", "dataSource"],
      `Cannot render ${
        formatIdentity(object)
      }: the Secrets of its data source are known only in the cluster`,
    );
  }
}

function credentialIdentity(
  scope: Scope,
  namespace: string,
  name: string,
): Resolution<ValueMap> {
  const wanted = k0rdentObject("Credential", name, namespace);
  const credential = scope.inventory.credentials.get(`${namespace}/${name}`);
  return credential === undefined || scope.broken.has(identityKey(wanted))
    ? scope.unusable(wanted)
    : { kind: "resolved", result: credential.spec.identityRef as ValueMap };
}

/** The ConfigMap of an identity without data brings nothing to clusters. */
function resourceTemplateOf(
  { inventory }: Scope,
  namespace: string,
  identity: ValueMap,
): Pick<ClusterInputs, "resourceTemplate"> {
  const name = resourceTemplateName(String(getField(identity, "name")));
  const home = String(getField(identity, "namespace") || namespace);
  const found = inventory
    .find({ group: "", kind: "ConfigMap", namespace: home, name });
  return getField(found?.manifest, "data") === undefined
    ? {}
    : { resourceTemplate: name };
}
