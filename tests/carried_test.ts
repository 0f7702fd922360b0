/**
 * What is not k0rdent's is carried: encrypted documents byte for byte, other
 * objects with the values that Kubernetes would read.
 */

import { assertEquals } from "@std/assert";
import { loadYaml } from "../src/yaml/mod.ts";
import { runPipeline } from "./pipeline.ts";

const SOPS = `apiVersion: v1
kind: Secret
metadata:
    name: keys
    namespace: prod
data:
    token: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]   # kept
sops:
    age:
        - recipient: age1xyz
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            YWdl
            -----END AGE ENCRYPTED FILE-----
    mac: ENC[AES256_GCM,data:zzz=,iv:def=,tag:ghi=,type:str]
    version: 3.9.0
`;

const SEALED = `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: sealed, namespace: prod}
spec: {encryptedData: {token: "AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq"}}
`;

Deno.test("encrypted documents are carried byte for byte", () => {
  const { findings, files } = runPipeline({
    "secrets.yaml": `${SOPS}---\n${SEALED}`,
  });
  assertEquals(findings, []);
  assertEquals(
    [
      files.get("layers/credentials/secret_prod_keys.yaml"),
      files.get(
        "layers/credentials/sealed-secret.bitnami.com_prod_sealed.yaml",
      ),
    ],
    [SOPS, SEALED],
  );
});

const ODD = `apiVersion: example.com/v1
kind: Widget
metadata: {name: odd, namespace: prod}
spec: {big: 9007199254740993, on: no, version: "1.0", octal: 0o17, date: 2026-01-01}
`;

Deno.test("other objects keep what Kubernetes would read", () => {
  const { files } = runPipeline({ "odd.yaml": ODD });
  const path = "layers/platform/widget.example.com_prod_odd.yaml";
  assertEquals(loadYaml(files.get(path) ?? ""), {
    apiVersion: "example.com/v1",
    kind: "Widget",
    metadata: { name: "odd", namespace: "prod" },
    spec: {
      big: 9007199254740993n,
      date: "2026-01-01",
      octal: 15,
      true: false,
      version: "1.0",
    },
  });
});

Deno.test("templates of others are carried, and Flux substitutes nothing in them", () => {
  const { files } = runPipeline({
    "text.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: text, namespace: prod}
data:
  go: |
    {{- range .Values.items }}\${VAR}{{ end }}
`,
  });
  assertEquals(
    files.get("layers/platform/config-map_prod_text.yaml"),
    `apiVersion: v1
kind: ConfigMap
metadata:
  annotations:
    kustomize.toolkit.fluxcd.io/substitute: disabled
  name: text
  namespace: prod
data:
  go: |
    {{- range .Values.items }}\${VAR}{{ end }}
`,
  );
});

Deno.test("a List is taken apart, whatever its file's line ends", () => {
  const text = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: prod}}
- {apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: prod}}
`;
  const { findings, files } = runPipeline({
    "list.yaml": `\ufeff${text.replaceAll("\n", "\r\n")}`,
  });
  assertEquals(findings, []);
  assertEquals(
    [...files.keys()].filter((path) => path.includes("config-map")),
    [
      "layers/platform/config-map_prod_a.yaml",
      "layers/platform/config-map_prod_b.yaml",
    ],
  );
});
