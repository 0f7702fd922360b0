import { testCheck } from "../../tests/check_cases.ts";
import { checkTemplateChains } from "./template_chains.ts";

function chain(templates: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplateChain
metadata: {name: dns, namespace: prod}
spec: {supportedTemplates: [${templates}]}
`;
}

const FIELD = "spec.supportedTemplates[0].availableUpgrades";

testCheck(checkTemplateChains, [
  [
    "accepts upgrades to supported templates",
    chain("{name: a, availableUpgrades: [{name: b, version: 2}]}, {name: b}")
      .replace("version: 2", 'version: "2"'),
    [],
  ],
  [
    "refuses an upgrade to a template that is not supported",
    chain("{name: a, availableUpgrades: [{name: b}]}"),
    [`validate/invalid-chain ${FIELD}[0].name`],
  ],
  [
    "refuses versions on some upgrades only",
    chain(
      '{name: a, availableUpgrades: [{name: b, version: "2"}, {name: c}]}, {name: b}, {name: c}',
    ),
    [`validate/invalid-chain ${FIELD}`],
  ],
]);
