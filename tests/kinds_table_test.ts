/**
 * docs/reference/kinds.md leaves no field of any k0rdent kind out.
 */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { getField, getPath, isMap, type Value } from "../src/model/mod.ts";
import { K0RDENT_KINDS } from "../src/k0rdent/mod.ts";
import { documentUrl } from "../tools/docs/document_url.ts";
import { fieldName, leaves } from "../tools/docs/kinds/leaves.ts";
import { isBelow, noteOn } from "../tools/docs/kinds/field_rows.ts";
import { NOTES } from "../tools/docs/kinds/notes.ts";
import { readSampleFleet, renderObjects } from "../tools/docs/kinds/sample.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { requirement, SHARED } from "./requirements.ts";

const ignore = !(await requirement("shared"));

Deno.test("the sample fleet has no errors", () => {
  const { findings } = renderObjects(readSampleFleet());
  const errors = findings.filter(({ finding }) => finding.severity === "error");
  assertEquals(errors.map(({ finding }) => finding.message), []);
});

Deno.test("each row of the table says something", async () => {
  const text = await Deno.readTextFile(documentUrl("docs/reference/kinds.md"));
  const silent = text.split("\n").filter((line) =>
    /^\| `[^|]*\|\s*\|\s*\|\s*\|$/.test(line)
  );
  assertEquals(silent, []);
});

Deno.test("the table has a row for each way of an access rule to select", async () => {
  const text = await Deno.readTextFile(documentUrl("docs/reference/kinds.md"));
  for (const chosen of ["targetNamespaces", "resources[]"]) {
    for (const way of [".selector.matchLabels", ".stringSelector"]) {
      assertStringIncludes(text, `accessRules[].${chosen}${way}`);
    }
  }
});

Deno.test({
  name: "each field of each CRD is in the sample fleet, or has a note",
  ignore,
  fn() {
    const crds = readSpecs();
    const shown = shownFields();
    const missing = [...crds].flatMap(([kind, fields]) =>
      fields.filter((field) =>
        !isShown(shown.get(kind) ?? [], field) &&
        noteOn(kind, field) === undefined
      ).map((field) => `${kind} ${field}`)
    );
    assertEquals([...crds.keys()].sort(), [...K0RDENT_KINDS].sort());
    assertEquals(missing, []);
  },
});

Deno.test({
  name: "notes are about fields that the CRDs have",
  ignore,
  fn() {
    const crds = readSpecs();
    const unknown = Object.entries(NOTES).flatMap(([kind, notes]) =>
      Object.keys(notes).filter((prefix) =>
        !(crds.get(kind) ?? []).some((field) => isShown([prefix], field))
      ).map((prefix) => `${kind} ${prefix}`)
    );
    assertEquals(unknown, []);
  },
});

/** A map with free keys is shown by those that it has. */
function isShown(fields: readonly string[], field: string): boolean {
  return fields.some((it) => isBelow(field, it) || isBelow(it, field));
}

function shownFields(): ReadonlyMap<string, string[]> {
  const shown = new Map<string, string[]>();
  for (const { kind, spec } of readSampleFleet()) {
    const fields = shown.get(kind) ?? [];
    for (const { path } of leaves(spec ?? {}, [], new Set())) {
      fields.push(fieldName(path));
    }
    shown.set(kind, fields);
  }
  return shown;
}

/** The fields of each kind's spec, as the CRDs have them. */
function readSpecs(): ReadonlyMap<string, string[]> {
  const root = new URL("data/crds/k0rdent.mirantis.com/", SHARED);
  return new Map([...Deno.readDirSync(root)].map(({ name }) => {
    const crd = loadYaml(Deno.readTextFileSync(new URL(name, root)));
    const versions = getPath(crd, ["spec", "versions"]) as readonly Value[];
    const stored = versions.find((it) => getField(it, "storage") === true);
    const path = ["schema", "openAPIV3Schema", "properties", "spec"];
    const spec = getPath(stored, path);
    const kind = `${getPath(crd, ["spec", "names", "kind"])}`;
    return [kind, [...schemaFields(spec ?? {}, "")]];
  }));
}

function* schemaFields(schema: Value, path: string): Generator<string> {
  const items = getField(schema, "items");
  if (items !== undefined) return yield* schemaFields(items, `${path}[]`);
  const properties = getField(schema, "properties");
  if (!isMap(properties)) return yield path;
  for (const [name, property] of Object.entries(properties)) {
    yield* schemaFields(property, path === "" ? name : `${path}.${name}`);
  }
}
