import { testCheck } from "../../tests/check_cases.ts";
import { checkIdentityKinds } from "./identity_kinds.ts";

function fleet(providers: string, kind: string, others = ""): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own, namespace: prod}
spec: {helm: {chartSpec: {chart: own}}, providers: [${providers}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: main, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: ${kind}, name: a, namespace: prod}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: own, credential: main, config: {}}
${others}`;
}

const KIND = "validate/identity-kind spec.credential";
const OWN_INTERFACE = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ProviderInterface
metadata: {name: own, labels: {cluster.x-k8s.io/provider: infrastructure-own}}
spec: {clusterIdentities: [{group: a, version: v1, kind: OwnIdentity}]}
`;

testCheck(checkIdentityKinds, [
  [
    "accepts an identity of the provider",
    fleet("infrastructure-aws, bootstrap-a", "AWSClusterStaticIdentity"),
    [],
  ],
  [
    "refuses an identity of another provider",
    fleet("infrastructure-aws", "Secret"),
    [
      KIND,
    ],
  ],
  [
    "accepts Secrets only for what needs no provider",
    fleet("infrastructure-internal", "AzureClusterIdentity"),
    [KIND],
  ],
  [
    "lets a ProviderInterface say what a provider takes",
    fleet("infrastructure-own", "OwnIdentity", OWN_INTERFACE),
    [],
  ],
  [
    "refuses what a ProviderInterface does not name",
    fleet("infrastructure-own", "Secret", OWN_INTERFACE),
    [KIND],
  ],
  [
    "warns of unknown providers",
    fleet("infrastructure-own", "Secret"),
    ["validate/unknown-provider spec.template"],
  ],
  [
    "refuses a template without infrastructure",
    fleet("bootstrap-a", "Secret"),
    [
      "validate/template-providers spec.template",
    ],
  ],
  [
    "knows nothing of templates that name no providers",
    fleet("", "Secret"),
    [],
  ],
]);
