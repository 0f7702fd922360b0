import { testCheck } from "../../tests/check_cases.ts";
import { checkLabels } from "./labels.ts";

function labelled(labels: string): string {
  return `{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b, labels: ${labels}}}`;
}

testCheck(checkLabels, [
  ["accepts labels", labelled('{a: b, "c.d/e_f": "", g: A.b-c}'), []],
  ["refuses a value with spaces", labelled("{team: my team}"), [
    "validate/label metadata.labels.team",
  ]],
  ["refuses a value that is too long", labelled(`{a: ${"a".repeat(64)}}`), [
    "validate/label metadata.labels.a",
  ]],
  ["refuses a key with two slashes", labelled("{a/b/c: d}"), [
    'validate/label metadata.labels["a/b/c"]:',
  ]],
]);
