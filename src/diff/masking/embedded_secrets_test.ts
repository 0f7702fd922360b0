import { assert } from "@std/assert";
import type { FieldChange, Value } from "../../model/mod.ts";
import { maskChange, maskField } from "./mask_change.ts";
import { maskText, maskValue } from "./mask_value.ts";

const CANARY = "c4n4ry";
const SECRET = { kind: "Secret", data: { key: CANARY } };
const YAML = `kind: Secret\nstringData:\n  key: ${CANARY}\n`;

function assertHidden(masked: unknown): void {
  const text = JSON.stringify(masked);
  assert(!text.includes(CANARY), text);
  assert(text.includes("(masked"), text);
}

Deno.test("maskValue() hides the data of Secrets wherever they are", () => {
  const table: Value[] = [
    { items: [SECRET] },
    [{ spec: { objects: [SECRET] } }],
    { annotations: { "last-applied-configuration": JSON.stringify(SECRET) } },
    { manifests: `kind: ConfigMap\n---\n${YAML}` },
    { template: `{{ if .x }}\n${YAML}{{ end }}\n` },
  ];
  for (const value of table) assertHidden(maskValue(value));
});

Deno.test("maskField() hides what differs inside the text of a Secret", () => {
  const inner: readonly FieldChange[] = [
    { path: ["stringData", "key"], before: "a", after: CANARY },
    { path: [1, "data"], after: { key: CANARY } },
    { path: [1], after: SECRET },
  ];
  for (const field of inner) {
    assertHidden(maskField({
      path: ["data", "a.yaml"],
      before: "kind: Secret\nstringData: {key: a}\n",
      after: YAML,
      within: { format: "yaml", fields: [field] },
    }));
  }
});

Deno.test("maskChange() hides the copy that kubectl makes of a Secret", () => {
  const key = "kubectl.kubernetes.io/last-applied-configuration";
  const copy = JSON.stringify(SECRET);
  const object = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "a", annotations: { [key]: copy } },
  };
  assertHidden(maskChange({
    kind: "changed",
    unit: { kind: "layer", layer: "credentials" },
    applied: true,
    before: object,
    after: object,
    fields: [{
      path: ["metadata", "annotations", key],
      before: "{}",
      after: copy,
      within: {
        format: "json",
        fields: [{ path: ["data", "key"], after: CANARY }],
      },
    }],
  }));
});

Deno.test("maskText() leaves texts that only refer to a Secret", () => {
  for (
    const text of [
      "valuesFrom:\n- kind: Secret\n  name: a\n",
      "kind: SecretStore\ndata: {a: b}\n",
    ]
  ) assert(maskText(text) === text);
});
