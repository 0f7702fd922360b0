import { assertEquals } from "@std/assert";
import type { RenderedObject } from "../model/mod.ts";
import { cluster, configMap, rendered } from "./_testing.ts";
import { blobId } from "./blob_id.ts";
import { unitFiles } from "./unit_files.ts";
import { parseUnitRecord } from "./unit_record.ts";

const EU1 = cluster("eu1");

Deno.test("unitFiles() writes what is carried byte for byte as it is", () => {
  const verbatim = "# mine\r\nkind:   Secret\r\n...";
  const object: RenderedObject = { ...configMap("a"), verbatim };
  const { files } = unitFiles(rendered(EU1, [], { applied: [object] }));
  assertEquals(files[0]?.text, verbatim);
});

Deno.test("unitFiles() names only applied objects in the kustomization, in order", () => {
  const unit = rendered(EU1, ["b", "a"], { review: [configMap("c")] });
  const { files } = unitFiles(unit);
  const kustomization = files.find(({ path }) =>
    path.endsWith("kustomization.yaml")
  );
  assertEquals(
    kustomization?.text,
    `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- config-map_prod_a.yaml
- config-map_prod_b.yaml
`,
  );
});

Deno.test("unitFiles() gives the same bytes whatever the order of objects", () => {
  const [forth, back] = [["a", "b", "c"], ["c", "b", "a"]].map((names) =>
    unitFiles(rendered(EU1, names, { fingerprint: "f" })).files
  );
  assertEquals(forth, back);
});

Deno.test("unitFiles() records the Git id of every file but the record", () => {
  const unit = rendered(EU1, ["a"], { review: [configMap("c")] });
  const { files } = unitFiles(unit);
  const record = files.at(-1)!;
  const ids = files.slice(0, -1).map(({ path, text }) => [path, blobId(text)]);
  assertEquals(parseUnitRecord(record.text, record.path), {
    unit: EU1,
    fingerprint: unit.fingerprint,
    files: Object.fromEntries(ids),
  });
});

Deno.test("unitFiles() names both origins of objects that collide", () => {
  const other = configMap("a");
  const origin = { ...other.origin, file: "b.yaml", line: 7 };
  const { findings } = unitFiles(
    rendered(EU1, ["a"], {
      review: [],
      applied: [other, { ...other, origin }],
    }),
  );
  assertEquals(findings.map(({ message }) => message), [
    'Cannot write ConfigMap prod/a of "b.yaml:7": "a.yaml:1" gives an object of the same path',
  ]);
  assertEquals(findings[0]?.related?.[0]?.place.origin, other.origin);
});
