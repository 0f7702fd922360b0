/**
 * A dry source in which KCM has a say in every chart value that it can: files
 * of the API server, a pool of addresses, settings of the installation. Its
 * chart is a Helm chart with another one in it.
 *
 * @module
 */

/** Its files: path → text. The cluster is `team-a/eu1`. */
export const EXPLAINED_SOURCE: Readonly<Record<string, string>> = {
  "fleet.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata:
  name: eu1
  namespace: team-a
  labels:
    env: dev
spec:
  template: own-1-0-0
  credential: docker-cred
  clusterAuth: oidc
  auditPolicy: base
  ipamClaim:
    spec:
      provider: in-cluster
      nodeNetwork:
        cidr: 10.0.0.0/24
        prefix: 24
        gateway: 10.0.0.1
  config:
    size: 3
    audit:
      logPath: /var/log/a.log
    global:
      x: 1
    inner:
      colour: red
  serviceSpec:
    priority: 200
    stopOnConflict: true
    services:
      - name: ingress-nginx
        namespace: ingress
        template: ingress-nginx-4-11-3
        values: |
          replicaCount: 2
        helmOptions:
          atomic: false
          labels:
            b: "2"
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata:
  name: own-1-0-0
  namespace: team-a
spec:
  helm:
    chartSpec:
      chart: own
      version: 1.0.0
      interval: 15m
      sourceRef:
        kind: HelmRepository
        name: catalog
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata:
  name: docker-cred
  namespace: team-a
spec:
  identityRef:
    apiVersion: v1
    kind: Secret
    name: docker-cluster-secret
    namespace: team-a
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuthentication
metadata:
  name: oidc
  namespace: team-a
spec:
  authenticationConfiguration:
    apiVersion: apiserver.config.k8s.io/v1
    kind: AuthenticationConfiguration
    anonymous:
      enabled: true
      conditions:
        - path: /livez
    jwt:
      - issuer:
          url: https://issuer.example.com
          audiences:
            - k0rdent
        claimMappings:
          username:
            claim: sub
            prefix: "oidc:"
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuditPolicy
metadata:
  name: base
  namespace: team-a
spec:
  policy:
    rules:
      - level: Metadata
        resources:
          - group: ""
            resources:
              - secrets
      - level: None
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata:
  name: ingress-nginx-4-11-3
  namespace: team-a
spec:
  helm:
    chartSpec:
      chart: ingress-nginx
      version: 4.11.3
      interval: 10m
      sourceRef:
        kind: HelmRepository
        name: catalog
  helmOptions:
    wait: true
    labels:
      a: "1"
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: catalog
  namespace: team-a
  labels:
    k0rdent.mirantis.com/managed: "true"
spec:
  type: oci
  url: oci://ghcr.io/k0rdent/catalog/charts
  interval: 10m
  secretRef:
    name: reg
`,
  "k0render.yaml": `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
installation:
  globalRegistry: reg.example.com/k0rdent
  defaultHelmTimeout: 15m
`,
  "charts/own/Chart.yaml": `apiVersion: v2
name: own
version: 1.0.0
dependencies:
  - name: inner
    version: 1.0.0
annotations:
  cluster.x-k8s.io/provider: infrastructure-docker, control-plane-k0sproject-k0smotron, bootstrap-k0sproject-k0smotron
`,
  "charts/own/values.yaml": `size: 1
region: nowhere
flavour: large
audit: {}
inner:
  shape: round
`,
  "charts/own/templates/_helpers.tpl":
    `{{ define "own.name" }}{{ .Release.Name }}-cluster{{ end }}
`,
  "charts/own/templates/cluster.yaml": `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata:
  name: {{ .Release.Name }}
  annotations:
    size: {{ .Values.size | quote }}
    region: {{ .Values.region }}
    twice: {{ mul .Values.size 2 | quote }}
    is-large: {{ eq .Values.flavour "large" | quote }}
    sum: {{ .Values.region | sha256sum | trunc 8 | quote }}
    chart: "{{ .Chart.Version }}"
    hash: {{ .Values.auth.configSecret.hash | quote }}
    policy: {{ .Values.audit.policyRef.name | quote }}
    registry: {{ .Values.global.registry | quote }}
    fixed: here
  labels: {{ toYaml .Values.clusterLabels | nindent 4 }}
spec:
  infrastructureRef:
    name: {{ include "own.name" . }}
    {{- if .Values.ipamEnabled }}
    pool: {{ .Values.ipPool.config.name }}
    {{- end }}
`,
  "charts/own/charts/inner/Chart.yaml": `apiVersion: v2
name: inner
version: 1.0.0
`,
  "charts/own/charts/inner/values.yaml": `colour: blue
shape: flat
weight: 3
`,
  "charts/own/charts/inner/templates/config.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-inner
data:
  colour: {{ .Values.colour }}
  shape: {{ .Values.shape }}
  weight: {{ .Values.weight | quote }}
  registry: {{ .Values.global.registry }}
`,
};
