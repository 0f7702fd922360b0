import { assertEquals } from "@std/assert";
import { encodeBase64 } from "@std/encoding";
import type { ValueMap } from "../model/mod.ts";
import { certificateOf } from "./certificate.ts";

const PEM = "-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n";
const KEY = "-----BEGIN PRIVATE KEY-----\nMAo=\n-----END PRIVATE KEY-----\n";

const CASES: readonly [
  what: string,
  kind: string,
  fields: ValueMap,
  expected: string | undefined,
][] = [
  ["text", "Secret", { stringData: { ca: PEM } }, PEM],
  ["base64", "Secret", { data: { ca: encodeBase64(PEM) } }, PEM],
  ["a chain", "ConfigMap", { data: { ca: PEM + PEM } }, PEM + PEM],
  ["another key", "ConfigMap", { data: { crt: PEM } }, undefined],
  ["a key beside it", "Secret", { stringData: { ca: PEM + KEY } }, undefined],
  ["no base64", "Secret", { data: { ca: "%" } }, undefined],
  ["what SOPS left", "Secret", { data: { ca: "ENC[AES256]" } }, undefined],
  ["a number", "ConfigMap", { data: { ca: 1 } }, undefined],
];

Deno.test("certificateOf() reads certificates and nothing else", () => {
  for (const [what, kind, fields, expected] of CASES) {
    const object = {
      apiVersion: "v1",
      kind,
      metadata: { name: "a" },
      ...fields,
    };
    assertEquals([what, certificateOf(object, "ca")], [what, expected]);
  }
});
