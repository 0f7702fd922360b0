/**
 * By which fields the items of Kubernetes lists are known.
 *
 * @module
 */

/**
 * For the name of a list, the fields that tell its items apart. The first of
 * them every item has; the others may be left out. Where there is more than one
 * row, no two begin with the same field, so that it tells which row was used.
 *
 * Lists without a row are known by `name`, where all their items have one.
 */
export const MERGE_KEYS: Readonly<
  Record<string, readonly (readonly string[])[]>
> = {
  // Kubernetes
  conditions: [["type"]],
  env: [["name"]],
  hostAliases: [["ip"], ["hostnames"]],
  ownerReferences: [["uid"], ["kind", "name"]],
  ports: [["containerPort", "protocol"], ["port", "protocol"], ["name"]],
  readinessGates: [["conditionType"]],
  subjects: [["kind", "namespace", "name"]],
  taints: [["key", "effect"]],
  topologySpreadConstraints: [["topologyKey", "whenUnsatisfiable"]],
  volumeDevices: [["devicePath"]],
  volumeMounts: [["mountPath"]],

  // k0rdent
  credentials: [["credential"], ["name"]],
  dependsOn: [["name", "namespace"]],
  services: [["name", "namespace"]],
  serviceSets: [["name", "namespace"]],
  supportedTemplates: [["name"]],

  // Cluster API and its providers
  files: [["path"]],
  matchExpressions: [["key", "operator"]],
  subnets: [["id"], ["cidrBlock"], ["name"]],
  failureDomains: [["name"]],
  ntpServers: [["server"]],

  // Flux
  healthChecks: [["kind", "namespace", "name"]],
  valuesFrom: [["kind", "name", "valuesKey", "targetPath"]],
  substituteFrom: [["kind", "name"]],

  // Sveltos
  clusterRefs: [["kind", "namespace", "name"]],
  helmCharts: [["releaseName", "releaseNamespace"]],
  kustomizationRefs: [["kind", "namespace", "name", "path"]],
  policyRefs: [["kind", "namespace", "name"]],
  templateResourceRefs: [["identifier"]],
};
