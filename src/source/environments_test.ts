import { assertEquals } from "@std/assert";
import { selectEnvironment } from "./environments.ts";
import { readDrySource } from "./read_dry_source.ts";
import type { Environment } from "./render_config.ts";

function object(kind: string, metadata: string): string {
  return `apiVersion: v1\nkind: ${kind}\nmetadata: {${metadata}}\n`;
}

const SOURCE = readDrySource({
  files: [
    {
      path: "dev/a.yaml",
      text: object("ConfigMap", "name: a, namespace: dev"),
    },
    { path: "dev/ns.yaml", text: object("Namespace", "name: dev") },
    {
      path: "development/b.yaml",
      text: object("ConfigMap", "name: b, namespace: prod"),
    },
    { path: "prod.yaml", text: object("Namespace", "name: prod") },
    { path: "shared.yaml", text: object("ClusterRole", "name: c") },
  ],
  findings: [],
});

Deno.test("selectEnvironment() selects by namespace and by path", () => {
  const cases: [Omit<Environment, "name" | "branch">, string[]][] = [
    [{}, ["a", "dev", "b", "prod", "c"]],
    [{ namespaces: ["dev"] }, ["a", "dev", "c"]],
    [{ paths: ["dev"] }, ["a", "dev"]],
    [{ paths: ["dev", "prod.yaml"] }, ["a", "dev", "prod"]],
    [{ paths: ["dev"], namespaces: ["prod"] }, []],
  ];
  for (const [selection, expected] of cases) {
    const environment = { name: "x", branch: "rendered/x", ...selection };
    assertEquals(
      selectEnvironment(SOURCE, environment)
        .map(({ manifest }) => manifest.metadata.name),
      expected,
    );
  }
});
