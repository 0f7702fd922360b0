import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkProviderConfig } from "./provider_config.ts";

function provider(fields: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: base}
spec: {serviceSpec: {provider: ${fields}}}
`;
}

const FIELD = "validate/provider-config spec.serviceSpec.provider.config";

testCheck(checkProviderConfig, [
  [
    "accepts what KCM reads",
    provider("{config: {priority: 5, reloader: true}}"),
    [],
  ],
  ["warns of other keys", provider("{config: {reload: true, prioritiy: 5}}"), [
    `${FIELD}.reload:`,
    `${FIELD}.prioritiy:`,
  ]],
  [
    "leaves the configuration of other providers alone",
    provider("{name: ksm-flux, config: {interval: 5m}}"),
    [],
  ],
]);

Deno.test("checkProviderConfig() knows that reload is called reloader there", () => {
  const input = checkInput(provider("{config: {reload: true}}"));
  const [finding] = checkProviderConfig(input);
  assertEquals(finding?.remedy, 'Did you mean "reloader"?');
});
