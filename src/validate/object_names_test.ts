import { testCheck } from "../../tests/check_cases.ts";
import { checkObjectNames } from "./object_names.ts";

function object(kind: string, name: string, namespace = "prod"): string {
  return `{apiVersion: v1, kind: ${kind}, metadata: {name: "${name}", namespace: "${namespace}"}}`;
}

testCheck(checkObjectNames, [
  ["accepts a DNS subdomain", object("ConfigMap", "a.b-1"), []],
  ["refuses capital letters", object("ConfigMap", "Aws"), [
    "validate/object-name metadata.name",
  ]],
  ["refuses what leads out of a directory", object("ConfigMap", "../../evil"), [
    "validate/object-name metadata.name",
  ]],
  ["refuses dots in the name of a Service", object("Service", "a.b"), [
    "validate/object-name metadata.name",
  ]],
  ["refuses a namespace that is none", object("ConfigMap", "a", "a.b"), [
    "validate/object-name metadata.namespace",
  ]],
  [
    "accepts colons in the name of a role",
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: 'system:a'}}",
    [],
  ],
  [
    "refuses slashes in the name of a role",
    "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a/b}}",
    ["validate/object-name metadata.name"],
  ],
]);
