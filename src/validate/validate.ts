/**
 * All checks on the definitions of a dry source.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";
import { checkAccessRules } from "./access_rules.ts";
import { checkChartCollisions } from "./chart_collisions.ts";
import { checkChartReferences } from "./chart_references.ts";
import { checkClearTextSecrets } from "./clear_text_secrets.ts";
import { checkClusterDeployments } from "./cluster_deployments.ts";
import { checkClusterSelectors } from "./cluster_selectors.ts";
import { checkConfigIdentities } from "./config_identities.ts";
import { checkConfigKeys } from "./config_keys.ts";
import { checkContracts } from "./contracts.ts";
import { atTheirSource } from "./copied_objects.ts";
import { checkCoreContracts } from "./core_contracts.ts";
import { checkCredentialPropagation } from "./credential_propagation.ts";
import { checkIdentityKinds } from "./identity_kinds.ts";
import type { Check, ValidateInput } from "./input.ts";
import { checkKubernetesVersions } from "./kubernetes_versions.ts";
import { checkIpamClaims } from "./ipam_claims.ts";
import { checkKcmVersions } from "./kcm_versions.ts";
import { checkLabels } from "./labels.ts";
import { checkLiveObjects } from "./live_objects.ts";
import { checkMissingReferences } from "./missing_references.ts";
import { checkMissingProviders } from "./missing_providers.ts";
import { checkMultiClusterDependencies } from "./multi_cluster_dependencies.ts";
import { checkMultiClusterTemplates } from "./multi_cluster_templates.ts";
import { checkObjectNames } from "./object_names.ts";
import { checkOfficialProviders } from "./official_providers.ts";
import { checkOfficialTemplates } from "./official_templates.ts";
import { checkOpenIdentities } from "./open_identities.ts";
import { checkProviderConfig } from "./provider_config.ts";
import { checkProviderContracts } from "./provider_contracts.ts";
import { checkRegionKubeconfigs } from "./region_kubeconfigs.ts";
import { checkRegistrySecrets } from "./registry_secrets.ts";
import { checkRepositories } from "./repositories.ts";
import { checkSecretsInConfig } from "./secrets_in_config.ts";
import { checkServiceChains } from "./service_chains.ts";
import { checkServiceDependencies } from "./service_dependencies.ts";
import { checkServiceNames } from "./service_names.ts";
import { checkSingletonNames } from "./singleton_names.ts";
import { checkTemplateChains } from "./template_chains.ts";
import { checkWrapperValues } from "./wrapper_values.ts";

const CHECKS: readonly Check[] = [
  checkObjectNames,
  checkSingletonNames,
  checkLabels,
  checkClearTextSecrets,
  checkSecretsInConfig,
  checkLiveObjects,
  checkMissingReferences,
  checkOfficialTemplates,
  checkOfficialProviders,
  checkClusterDeployments,
  checkIpamClaims,
  checkServiceNames,
  checkServiceDependencies,
  checkServiceChains,
  checkProviderConfig,
  checkClusterSelectors,
  checkMultiClusterDependencies,
  checkMultiClusterTemplates,
  checkTemplateChains,
  checkAccessRules,
  checkChartReferences,
  checkChartCollisions,
  checkContracts,
  checkProviderContracts,
  checkCoreContracts,
  checkMissingProviders,
  checkRegionKubeconfigs,
  checkRegistrySecrets,
  checkRepositories,
  checkIdentityKinds,
  checkOpenIdentities,
  checkKubernetesVersions,
  checkCredentialPropagation,
  checkConfigKeys,
  checkKcmVersions,
  checkConfigIdentities,
  checkWrapperValues,
];

/**
 * Checks definitions in their surroundings.
 *
 * @param input The definitions, the configuration and the templates in force.
 * @returns What is wrong, by check, then by object; of copies only what their
 * source is not to blame for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals(validate(checkInput("")), []);
 * ```
 */
export function validate(input: ValidateInput): Finding[] {
  const findings = CHECKS.flatMap((check) => [...check(input)]);
  return atTheirSource(findings, input.inventory);
}
