/**
 * A dry source with all that no cluster has for itself: components of a
 * management cluster and a Region, copies, sources, services of its own.
 *
 * @module
 */

/** Its files: path → text. */
export const SHARED_SOURCE: Readonly<Record<string, string>> = {
  "k0render.yaml": `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
systemNamespace: kcm-system
installation:
  globalRegistry: reg.example.com/k0rdent
  defaultHelmTimeout: 15m
`,
  "platform.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: Release
metadata:
  name: kcm-1-12-0
spec:
  version: 1.12.0
  kcm:
    template: kcm-1-12-0
  capi:
    template: cluster-api-1-1-15
  regional:
    template: kcm-regional-1-12-0
  providers:
    - name: cluster-api-provider-aws
      template: cluster-api-provider-aws-1-0-16
    - name: projectsveltos
      template: projectsveltos-1-1-1
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Management
metadata:
  name: kcm
spec:
  release: kcm-1-12-0
  core:
    kcm:
      config:
        replicas: 2
        controller:
          createRelease: true
        regional:
          velero:
            enabled: false
  providers:
    - name: cluster-api-provider-aws
      template: aws-1-0-17
      config:
        logLevel: 4
        global:
          registry: other.example.com
    - name: projectsveltos
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Region
metadata:
  name: eu
spec:
  kubeConfig:
    name: eu-kubeconfig
    key: value
  providers:
    - name: cluster-api-provider-aws
      config:
        logLevel: 5
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ProviderTemplate
metadata:
  name: aws-1-0-17
spec:
  helm:
    chartSpec:
      chart: cluster-api-provider-aws
      version: 1.0.17
      interval: 7m
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: StateManagementProvider
metadata:
  name: own
spec:
  selector:
    matchLabels:
      adapter: own
  adapter:
    apiVersion: apps/v1
    kind: Deployment
    name: adapter
    namespace: own-system
    readinessRule: self.status.readyReplicas > 0
  provisioner: []
  provisionerCRDs:
    - group: example.com
      version: v1
      resources:
        - things
`,
  "access.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: AccessManagement
metadata:
  name: kcm
spec:
  accessRules:
    - targetNamespaces:
        list:
          - team-a
      credentials:
        - aws-main
      serviceTemplateChains:
        - ingress
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata:
  name: aws-main
  namespace: kcm-system
spec:
  description: the account of all teams
  identityRef:
    apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
    kind: AWSClusterStaticIdentity
    name: main-identity
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: AWSClusterStaticIdentity
metadata:
  name: main-identity
spec:
  secretRef: aws-secret
  allowedNamespaces:
    list:
      - team-a
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: aws-secret
  namespace: kcm-system
spec:
  refreshInterval: 1h
`,
  "services.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata:
  name: ingress
  namespace: kcm-system
spec:
  supportedTemplates:
    - name: ingress-nginx-4-13-0
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata:
  name: ingress-nginx-4-13-0
  namespace: kcm-system
spec:
  helm:
    chartSpec:
      chart: ingress-nginx
      version: 4.13.0
      interval: 9m
      sourceRef:
        kind: HelmRepository
        name: catalog
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: catalog
  namespace: kcm-system
spec:
  type: oci
  url: oci://ghcr.io/k0rdent/catalog/charts
  interval: 10m
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata:
  name: policies-1-0-0
  namespace: kcm-system
spec:
  kustomize:
    path: base
    deploymentType: Remote
    remoteSourceSpec:
      git:
        url: https://git.example.com/policies.git
        interval: 5m
        ref:
          branch: main
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata:
  name: own-services
spec:
  serviceSpec:
    priority: 300
    provider:
      selfManagement: true
    services:
      - name: ingress
        namespace: ingress
        template: ingress-nginx-4-13-0
        values: |
          replicaCount: 2
`,
};
