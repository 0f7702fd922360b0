import { testCheck } from "../../tests/check_cases.ts";
import { checkRepositories } from "./repositories.ts";

function repository(spec: string): string {
  return `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: charts, namespace: kcm-system}
spec: ${spec}
`;
}

testCheck(checkRepositories, [
  [
    "accepts oci with its type",
    repository('{type: oci, url: "oci://a/b"}'),
    [],
  ],
  ["accepts https without a type", repository('{url: "https://a/b"}'), []],
  ["refuses oci without a type", repository('{url: "oci://a/b"}'), [
    "validate/repository-type spec.url",
  ]],
  [
    "refuses oci of another type",
    repository('{type: default, url: "oci://a/b"}'),
    [
      "validate/repository-type spec.type",
    ],
  ],
]);
