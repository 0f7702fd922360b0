import { assertEquals } from "@std/assert";
import { definitionsOf } from "../../tests/definitions.ts";
import { duplicateFindings } from "./duplicates.ts";

const DOCUMENT =
  "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b}}\n";

Deno.test("duplicateFindings() names a few of many others", () => {
  const copies = definitionsOf(
    Array(1000).fill(DOCUMENT).join("---\n"),
    "a.yaml",
  );
  const findings = duplicateFindings(copies);
  assertEquals(findings.length, 1000);
  assertEquals(
    findings[0]?.message,
    'Cannot tell which Secret b/a is meant: it is also declared in "a.yaml", line 3 and "a.yaml", line 5 and "a.yaml", line 7 and 996 more',
  );
});

Deno.test("duplicateFindings() says nothing of an object declared once", () => {
  assertEquals(duplicateFindings(definitionsOf(DOCUMENT)), []);
});
