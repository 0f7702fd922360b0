import { testCheck } from "../../tests/check_cases.ts";
import { checkOpenIdentities } from "./open_identities.ts";

function identity(kind: string, spec: string): string {
  return `apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
kind: ${kind}
metadata: {name: a, namespace: b}
spec: ${spec}
`;
}

const STATIC = "AWSClusterStaticIdentity";
const OPEN = "validate/open-identity spec.allowedNamespaces:";

testCheck(checkOpenIdentities, [
  [
    "finds an empty map",
    identity(STATIC, "{secretRef: a, allowedNamespaces: {}}"),
    [OPEN],
  ],
  [
    "finds an empty selector",
    identity(
      STATIC,
      "{secretRef: a, allowedNamespaces: {selector: {matchLabels: {}}}}",
    ),
    [OPEN],
  ],
  [
    "finds an empty list",
    identity(STATIC, "{secretRef: a, allowedNamespaces: {list: []}}"),
    [OPEN],
  ],
  [
    "accepts a list",
    identity(STATIC, "{secretRef: a, allowedNamespaces: {list: [prod]}}"),
    [],
  ],
  [
    "accepts a selector with labels",
    identity(
      STATIC,
      "{secretRef: a, allowedNamespaces: {selector: {matchLabels: {a: b}}}}",
    ),
    [],
  ],
  [
    "accepts an identity that allows no namespace",
    identity(STATIC, "{secretRef: a}"),
    [],
  ],
  [
    "finds an OpenStack identity without a selector",
    identity(
      "OpenStackClusterIdentity",
      "{secretRef: {name: a, namespace: b}}",
    ),
    ["validate/open-identity spec"],
  ],
  [
    "accepts an OpenStack identity with a selector",
    identity(
      "OpenStackClusterIdentity",
      "{secretRef: {name: a, namespace: b}, namespaceSelector: {matchLabels: {a: b}}}",
    ),
    [],
  ],
]);
