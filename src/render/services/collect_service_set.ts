/**
 * From the services that somebody declares to a ServiceSet.
 *
 * @module
 */

import type { Declared, ServiceSpec } from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  identityOf,
  makeFinding,
  type ValueMap,
} from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";
import { type EnabledService, enabledServices } from "./enabled_services.ts";
import { providerState } from "./provider.ts";
import { checkProviderConfig, serviceProvider } from "./provider_config.ts";
import type { ServiceSet, SetService } from "./service_set.ts";

/** Who asks for services, and for which cluster. */
export interface ServiceSetRequest {
  /** The ClusterDeployment or MultiClusterService. */
  readonly owner: Declared<{ readonly serviceSpec: ServiceSpec }>;
  readonly name: string;
  readonly namespace: string;
  readonly cluster: string;
  readonly multiClusterService?: string;
}

/** A ServiceSet, and what is wrong with it. */
export interface CollectedServiceSet {
  readonly set: ServiceSet;
  readonly findings: readonly Finding[];
}

const SERVICE_SPEC = ["spec", "serviceSpec"] as const;

/**
 * Collects the services of a ServiceSet and follows their templates, which
 * KCM looks up in the ServiceSet's namespace.
 *
 * @param scope The definitions.
 * @param request Who asks, and for which cluster.
 * @returns The ServiceSet; only with errors among the findings is it not whole.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * const { set } = collectServiceSet(demoScope(), {
 *   owner: demoCluster(),
 *   name: "eu1",
 *   namespace: "prod",
 *   cluster: "eu1",
 * });
 * assertEquals(set.services.map(({ version }) => version), ["1.0.0"]);
 * ```
 */
export function collectServiceSet(
  scope: Scope,
  request: ServiceSetRequest,
): CollectedServiceSet {
  const { owner, ...identity } = request;
  const { serviceSpec } = owner.spec;
  const provider = serviceProvider(serviceSpec as ValueMap);
  const { enabled, dead } = enabledServices(serviceSpec.services);
  const findings: Finding[] = [];
  for (const problem of checkProviderConfig(provider.config ?? {})) {
    report(
      "render/provider-config",
      `Cannot read the provider configuration: ${problem.message}`,
      [...configField(serviceSpec), ...problem.path],
    );
  }
  for (const { service, index, dependency, reason } of dead) {
    const { namespace, name } = service.dependsOn[dependency] ?? service;
    report(
      "render/service-dependency",
      `Cannot deploy service "${service.name}": it depends on "${namespace}/${name}", but ${reason}`,
      [...SERVICE_SPEC, "services", index, "dependsOn", dependency],
    );
  }
  return {
    set: {
      ...identity,
      labels: providerState(scope, provider.name).labels,
      provider,
      services: enabled.flatMap(follow),
    },
    findings,
  };

  function follow({ service, index }: EnabledService): SetService[] {
    const found = scope.serviceTemplate(request.namespace, service.template);
    if (found.kind === "problem") {
      const field = [...SERVICE_SPEC, "services", index, "template"];
      findings.push(problemFinding(found.problem, detailsAt(field)));
      return [];
    }
    const template = found.result;
    const version = service.version || template.version;
    return [{ service, index, version, template }];
  }

  function report(
    rule: keyof typeof RENDER_RULES,
    message: string,
    field: FieldPath,
  ): void {
    findings.push(makeFinding(RENDER_RULES[rule], message, detailsAt(field)));
  }

  function detailsAt(field: FieldPath) {
    return {
      place: { origin: owner.origin, field },
      object: identityOf(owner.manifest),
    };
  }
}

/** Where the fields of the provider configuration stand. */
function configField(serviceSpec: ServiceSpec): FieldPath {
  return serviceSpec.provider.config === undefined
    ? SERVICE_SPEC
    : [...SERVICE_SPEC, "provider", "config"];
}
