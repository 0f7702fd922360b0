/**
 * A platform team and two tenants: what the tenants' clusters use is
 * distributed by AccessManagement, as in kcm-spec 8.2 and 8.7.
 *
 * @module
 */

/** The definitions as YAML. */
export const TENANTS = `
apiVersion: v1
kind: Namespace
metadata: {name: team-b, labels: {tenant: "yes"}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: AccessManagement
metadata: {name: kcm}
spec:
  accessRules:
  - targetNamespaces: {list: [team-a]}
    clusterTemplateChains: [docker]
    resources:
    - {kind: ServiceTemplateChain, stringSelector: "tier in (base)"}
    - {kind: Credential, names: [docker-cred]}
    - {kind: ClusterAuthentication}
    - {kind: ConfigMap, names: [motd]}
  - targetNamespaces: {selector: {matchLabels: {tenant: "yes"}}}
    clusterTemplateChains: [docker]
    credentials: [docker-cred]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: motd, namespace: kcm-system}
data: {text: hello}
---
apiVersion: v1
kind: Secret
metadata: {name: docker-cluster-secret, namespace: kcm-system}
type: Opaque
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: kcm-system, labels: {foo: bar}}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: kcm-system}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuthentication
metadata: {name: sso, namespace: kcm-system}
spec: {authenticationConfiguration: {jwt: [{issuer: {url: "https://sso.example.com", audiences: [k8s]}, claimMappings: {username: {claim: sub, prefix: ""}}}]}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplateChain
metadata: {name: docker, namespace: kcm-system}
spec: {supportedTemplates: [{name: docker-1, availableUpgrades: [{name: docker-2}]}, {name: docker-2}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-1, namespace: kcm-system}
spec: {providers: [infrastructure-docker], helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15, interval: 10m, sourceRef: {kind: HelmRepository, name: kcm-templates}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-2, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15, interval: 10m, sourceRef: {kind: HelmRepository, name: kcm-templates}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata: {name: ingress, namespace: kcm-system, labels: {tier: base}}
spec: {supportedTemplates: [{name: ingress-nginx-4-11-3}]}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: tenant-charts, namespace: kcm-system, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {type: oci, url: "oci://ghcr.io/k0rdent/catalog/charts"}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: ingress-nginx-4-11-3, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: ingress-nginx, version: 4.11.3, interval: 10m, sourceRef: {kind: HelmRepository, name: tenant-charts}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: global-ingress}
spec:
  clusterSelector: {matchLabels: {env: dev}}
  serviceSpec:
    provider: {selfManagement: true, config: {syncMode: ContinuousWithDriftDetection}}
    services: [{name: ingress-nginx, namespace: ingress, template: ingress-nginx-4-11-3}]
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a, labels: {env: dev}}
spec: {template: docker-1, credential: docker-cred, clusterAuth: sso, config: {workersNumber: 2}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: trial, namespace: team-b}
spec: {template: docker-2, credential: docker-cred, config: {}}
`;
