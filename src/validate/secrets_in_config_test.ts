import { testCheck } from "../../tests/check_cases.ts";
import { checkSecretsInConfig } from "./secrets_in_config.ts";

function cluster(config: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: a, namespace: b}
spec: {template: c, config: ${config}}
`;
}

testCheck(checkSecretsInConfig, [
  ["finds a password at any depth", cluster("{a: [{b: {password: c}}]}"), [
    "validate/secret-in-config spec.config.a[0].b.password:",
  ]],
  ["finds words joined in any way", cluster("{apiKey: a, secret_key: b}"), [
    "validate/secret-in-config spec.config.apiKey:",
    "validate/secret-in-config spec.config.secret_key:",
  ]],
  ["accepts the name of a Secret", cluster("{passwordSecret: a}"), []],
  ["accepts a placeholder", cluster('{password: "${PASSWORD}"}'), []],
  ["accepts an empty value", cluster('{password: ""}'), []],
]);
