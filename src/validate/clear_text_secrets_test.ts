import { assertEquals } from "@std/assert";
import { checkInput, testCheck } from "../../tests/check_cases.ts";
import { checkClearTextSecrets } from "./clear_text_secrets.ts";

function secret(fields: string): string {
  return `{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b}, ${fields}}`;
}

testCheck(checkClearTextSecrets, [
  ["accepts a Secret without data", secret("type: Opaque"), []],
  [
    "accepts empty values",
    secret('data: {}, stringData: {a: "", b: null}'),
    [],
  ],
  [
    "accepts a token that Kubernetes fills in",
    secret("type: kubernetes.io/service-account-token"),
    [],
  ],
  [
    "accepts what SOPS encrypted",
    secret(
      "data: {a: 'ENC[AES256_GCM,data:x]'}, sops: {mac: 'ENC[x]'}",
    ),
    [],
  ],
  [
    "accepts certificates, which are public",
    secret(
      'stringData: {ca: "-----BEGIN CERTIFICATE-----\\nMAo=\\n-----END CERTIFICATE-----\\n"}',
    ),
    [],
  ],
  ["refuses data", secret("data: {a: aHVudGVyMg==}"), [
    "validate/clear-text-secret data:",
  ]],
  [
    "refuses data and stringData",
    secret("data: {a: eA==}, stringData: {b: x}"),
    [
      "validate/clear-text-secret data:",
      "validate/clear-text-secret stringData:",
    ],
  ],
  [
    "refuses clear text beside ciphertext",
    secret(
      "stringData: {a: 'ENC[x]', b: hunter2}, sops: {mac: 'ENC[x]'}",
    ),
    ["validate/clear-text-secret stringData:"],
  ],
  [
    "refuses ciphertext that nobody can open",
    secret(
      "stringData: {a: 'ENC[x]'}",
    ),
    ["validate/clear-text-secret stringData:"],
  ],
  [
    "leaves ConfigMaps alone",
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}, data: {a: b}}",
    [],
  ],
]);

Deno.test("checkClearTextSecrets() names keys, never values", () => {
  const input = checkInput(secret("stringData: {password: hunter2}"));
  assertEquals(
    [...checkClearTextSecrets(input)].map(({ message }) => message),
    ['Cannot take Secret b/a: stringData holds clear text ("password")'],
  );
});
