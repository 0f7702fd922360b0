import { assertEquals } from "@std/assert";
import { labelSelector, selects } from "./label_selector.ts";

const CASES: readonly [selector: unknown, labels: string, expected: boolean][] =
  [
    [{}, "", true],
    [{ matchLabels: { a: "1" } }, "a=1", true],
    [{ matchLabels: { a: "1" } }, "a=2", false],
    [{ matchLabels: { a: "1", b: "2" } }, "a=1", false],
    [expression("a", "In", ["1", "2"]), "a=2", true],
    [expression("a", "In", ["1", "2"]), "a=3", false],
    [expression("a", "In", ["1", "2"]), "", false],
    [expression("a", "NotIn", ["1"]), "a=2", true],
    [expression("a", "NotIn", ["1"]), "", true],
    [expression("a", "NotIn", ["1"]), "a=1", false],
    [expression("a", "Exists"), "a=1", true],
    [expression("a", "Exists"), "b=1", false],
    [expression("a", "DoesNotExist"), "b=1", true],
    [expression("a", "DoesNotExist"), "a=1", false],
    [expression("constructor", "Exists"), "", false],
  ];

Deno.test("selects() matches labels as Kubernetes does", () => {
  for (const [selector, text, expected] of CASES) {
    const labels = Object.fromEntries(
      text.split(",").filter((part) => part !== "").map((part) =>
        part.split("=")
      ),
    );
    const found = selects(labelSelector.parse(selector), labels);
    assertEquals([selector, text, found], [selector, text, expected]);
  }
});

Deno.test("labelSelector refuses operators with too many or too few values", () => {
  for (
    const selector of [
      expression("a", "In"),
      expression("a", "Exists", ["1"]),
      expression("a", "Equals", ["1"]),
    ]
  ) {
    assertEquals(labelSelector.safeParse(selector).success, false);
  }
});

function expression(key: string, operator: string, values: string[] = []) {
  return { matchExpressions: [{ key, operator, values }] };
}
