/**
 * docs/reference/json.md shows all that the JSON output has.
 */

import { assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { k0render } from "./cli.ts";
import { withFleet } from "./fleet.ts";

const DOCUMENT = new URL("../docs/reference/json.md", import.meta.url);
const FENCE = /^```json\n([\s\S]*?)^```$/gm;
const [findings, toDirectory, toBranches, , difference = []] = [
  ...(await Deno.readTextFile(DOCUMENT)).matchAll(FENCE),
].map(([, text = ""]) => fieldsOf(JSON.parse(text)));

const DUPLICATE = `apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: { name: aws-main, namespace: prod }
spec: { identityRef: { apiVersion: v1, kind: Secret, name: a, namespace: b } }
`;

Deno.test("docs/reference/json.md shows all fields of validate", async () => {
  await withFleet(async (fleet) => {
    await fleet.push({ "twice.yaml": DUPLICATE });
    const args = ["--source", fleet.work, "--format", "json"];
    const { stdout } = await k0render("validate", ...args);
    assertEquals(fieldsOf(JSON.parse(stdout)), findings);
  });
});

Deno.test("docs/reference/json.md shows all fields of render --out", async () => {
  const args = ["--source", demo(), "--format", "json"];
  const out = await Deno.makeTempDir();
  const { stdout } = await k0render("render", "--out", out, ...args);
  await Deno.remove(out, { recursive: true });
  assertEquals(topOf(fieldsOf(JSON.parse(stdout))), topOf(toDirectory));
});

Deno.test("docs/reference/json.md shows all fields of render --commit", async () => {
  await withFleet(async (fleet) => {
    await fleet.push({ "twice.yaml": DUPLICATE });
    const { stdout } = await fleet.render("--format", "json");
    assertEquals(topOf(fieldsOf(JSON.parse(stdout))), topOf(toBranches));
  });
});

Deno.test("docs/reference/json.md shows all fields of diff", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit("clusters/eu1.yaml", "replicaCount: 2", "replicaCount: 3");
    await fleet.edit(
      "clusters/us1.yaml",
      "credential: azure",
      "credential: asure",
    );
    await fleet.push({ "clusters/lab.yaml": undefined });
    const { stdout } = await k0render(
      ...["diff", "HEAD~3", "HEAD", "--source", fleet.work],
      ...["--format", "json"],
    );
    const shown = new Set(difference);
    const fields = topOf(fieldsOf(JSON.parse(stdout)))
      .map((field) => field.replace(".guards[].effects[]", ".effects[]"));
    assertEquals(fields.filter((field) => !shown.has(field)), []);
  });
});

function demo(): string {
  return fromFileUrl(new URL("../fixtures/demo", import.meta.url));
}

/** The paths of all fields, with `[]` for the items of lists. */
function fieldsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) {
    return sorted(value.flatMap((item) => fieldsOf(item, `${path}[]`)));
  }
  if (typeof value !== "object" || value === null) return [path];
  return sorted(
    Object.entries(value).flatMap(([key, field]) => [
      `${path}.${key}`,
      ...fieldsOf(field, `${path}.${key}`),
    ]),
  );
}

function sorted(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}

/** Without the findings, which are the same in all documents. */
function topOf(fields: readonly string[] | undefined): string[] {
  return (fields ?? []).filter((field) => !field.startsWith(".findings[]"));
}
