/**
 * A fleet to measure with: as many ClusterDeployments as asked for, each with
 * three services of its own.
 *
 * @module
 */

const GROUP = "k0rdent.mirantis.com/v1beta1";

/**
 * The definitions of a fleet.
 *
 * @param clusters How many ClusterDeployments.
 * @returns The repository's files, by path.
 */
export function fleet(clusters: number): Map<string, string> {
  const files = new Map([
    ["credentials/aws.yaml", CREDENTIALS],
    ["services/templates.yaml", SERVICE_TEMPLATES],
    ["templates.yaml", CLUSTER_TEMPLATE],
  ]);
  for (let number = 0; number < clusters; number++) {
    const name = `edge-${String(number).padStart(5, "0")}`;
    files.set(`clusters/${name}.yaml`, clusterDeployment(name, number));
  }
  return files;
}

function clusterDeployment(name: string, number: number): string {
  return `apiVersion: ${GROUP}
kind: ClusterDeployment
metadata:
  name: ${name}
  namespace: fleet
  labels:
    site: "${number}"
spec:
  template: aws-standalone-cp-1-0-43
  credential: aws
  config:
    region: eu-central-1
    controlPlaneNumber: 3
    workersNumber: ${1 + number % 7}
    controlPlane:
      instanceType: m7i.large
    worker:
      instanceType: m7i.xlarge
  serviceSpec:
    services:
      - name: ingress-nginx
        namespace: ingress-nginx
        template: ingress-nginx-4-13-0
        values: |
          controller:
            replicaCount: ${1 + number % 3}
      - name: cert-manager
        namespace: cert-manager
        template: cert-manager-1-18-2
      - name: podinfo
        namespace: podinfo
        template: podinfo-6-9-1
        dependsOn:
          - name: ingress-nginx
            namespace: ingress-nginx
`;
}

const CLUSTER_TEMPLATE = `apiVersion: ${GROUP}
kind: ClusterTemplate
metadata:
  name: aws-standalone-cp-1-0-43
  namespace: fleet
spec:
  helm:
    chartSpec:
      chart: aws-standalone-cp
      version: 1.0.43
`;

const CREDENTIALS = `apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: AWSClusterStaticIdentity
metadata:
  name: aws
spec:
  secretRef: aws-secret
  allowedNamespaces:
    list: [fleet]
---
apiVersion: ${GROUP}
kind: Credential
metadata:
  name: aws
  namespace: fleet
spec:
  identityRef:
    apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
    kind: AWSClusterStaticIdentity
    name: aws
    namespace: kcm-system
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-resource-template
  namespace: kcm-system
`;

const SERVICE_TEMPLATES = [
  "apiVersion: source.toolkit.fluxcd.io/v1\n" +
  "kind: HelmRepository\n" +
  "metadata:\n" +
  "  name: catalog\n" +
  "  namespace: fleet\n" +
  "spec:\n" +
  "  type: oci\n" +
  "  url: oci://registry.example.com/charts\n" +
  "  interval: 10m\n",
  serviceTemplate("ingress-nginx", "4.13.0"),
  serviceTemplate("cert-manager", "1.18.2"),
  serviceTemplate("podinfo", "6.9.1"),
].join("---\n");

function serviceTemplate(chart: string, version: string): string {
  return `apiVersion: ${GROUP}
kind: ServiceTemplate
metadata:
  name: ${chart}-${version.replaceAll(".", "-")}
  namespace: fleet
spec:
  helm:
    chartSpec:
      chart: ${chart}
      version: ${version}
      interval: 10m
      sourceRef:
        kind: HelmRepository
        name: catalog
`;
}
