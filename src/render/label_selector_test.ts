import { assertEquals } from "@std/assert";
import { type LabelSelector, selects } from "./label_selector.ts";

Deno.test("selects() follows the four operators of Kubernetes", () => {
  const labels = { env: "dev", team: "a" };
  const cases: [LabelSelector, boolean][] = [
    [{}, true],
    [{ matchLabels: { env: "dev" } }, true],
    [{ matchLabels: { env: "prod" } }, false],
    [{ matchLabels: { env: "dev", zone: "1" } }, false],
    [expression("env", "In", ["dev", "prod"]), true],
    [expression("zone", "In", ["1"]), false],
    [expression("env", "NotIn", ["prod"]), true],
    [expression("zone", "NotIn", ["1"]), true],
    [expression("env", "NotIn", ["dev"]), false],
    [expression("env", "Exists"), true],
    [expression("zone", "Exists"), false],
    [expression("zone", "DoesNotExist"), true],
    [expression("env", "DoesNotExist"), false],
    [expression("env", "Near"), false],
    [expression("constructor", "Exists"), false],
  ];
  for (const [selector, expected] of cases) {
    assertEquals(selects(selector, labels), expected, JSON.stringify(selector));
  }
});

function expression(
  key: string,
  operator: string,
  values?: string[],
): LabelSelector {
  return { matchExpressions: [{ key, operator, values }] };
}
