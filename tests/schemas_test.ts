import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, fromFileUrl, join } from "@std/path";
import { temporary } from "../src/git/_testing.ts";
import { type CliResult, k0render } from "./cli.ts";
import { requirement, SHARED } from "./requirements.ts";
import { readSample } from "./samples.ts";
import { readSarif } from "./sarif.ts";

const CRDS = fromFileUrl(new URL("data/crds", SHARED));
const ignore = !(await requirement("shared"));

const THINGS = `apiVersion: v1
kind: Namespace
metadata: {name: ignored}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  names: {kind: Thing}
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {size: {type: integer}}}
`;

const DEFINITIONS = `apiVersion: example.com/v1
kind: Thing
metadata: {name: a, namespace: prod}
spec:
  size: big
---
apiVersion: example.com/v1
kind: Other
metadata: {name: a, namespace: prod}
---
apiVersion: example.com/v1
kind: Other
metadata: {name: b, namespace: prod}
`;

Deno.test("validate --schemas reads CRDs of nested directories, many to a file", async () => {
  await withFiles({
    "fleet/things.yaml": DEFINITIONS,
    "crds/a/b/things.yml": THINGS,
  }, async (root) => {
    const { code, stdout } = await validate(root);
    assertEquals(code, 1);
    assertStringIncludes(
      stdout,
      'things.yaml:5:9: error: Cannot accept "spec.size" of Thing prod/a: expected a whole number, found the string "big" [crd/invalid-value]',
    );
    assertEquals(stdout.match(/\[crd\/no-schema\]/g)?.length, 1);
  });
});

Deno.test("validate --schemas follows no links and says what it cannot read", async () => {
  await withFiles({
    "fleet/things.yaml": DEFINITIONS,
    "elsewhere/things.yaml": THINGS,
    "crds/broken.yaml": "a: [",
    "crds/old.yaml":
      "{apiVersion: apiextensions.k8s.io/v1beta1, kind: CustomResourceDefinition}",
  }, async (root) => {
    await Deno.symlink(`${root}/elsewhere`, `${root}/crds/linked`);
    const { stdout } = await validate(root);
    assertStringIncludes(stdout, 'Cannot read "linked": it is a symbolic link');
    assertStringIncludes(stdout, 'Cannot read CRDs of "broken.yaml:1": ');
    assertStringIncludes(
      stdout,
      'Cannot read CRDs of "old.yaml": apiVersion: ',
    );
    assertStringIncludes(stdout, 'Cannot check objects of kind "Thing"');
  });
});

Deno.test("validate --schemas refuses a directory without CRDs", async () => {
  await withFiles({ "fleet/things.yaml": DEFINITIONS }, async (root) => {
    const { code, stderr } = await validate(root);
    assertEquals(code, 1);
    assertStringIncludes(stderr, "it is no directory that can be read");
    await Deno.mkdir(`${root}/crds`);
    assertStringIncludes(
      (await validate(root)).stderr,
      "no file in it has a CustomResourceDefinition",
    );
  });
});

Deno.test({
  name: "validate --schemas has nothing against the demo",
  ignore,
  fn: async () => {
    await withFiles(inFleet(await readSample("demo")), async (root) => {
      const { code, stdout } = await validate(root, "--schemas", CRDS);
      assertEquals([code, stdout.includes("[crd/")], [0, false]);
    });
  },
});

Deno.test({
  name: "validate --schemas points from a rendered object to its definition",
  ignore,
  fn: async () => {
    const files = await readSample("demo");
    const text = files["clusters/eu1.yaml"] ?? "";
    const wrong = text.replace("instanceType: m7i.large", "instanceType: m");
    assert(wrong !== text);
    const changed = { ...files, "clusters/eu1.yaml": wrong };
    await withFiles(inFleet(changed), async (root) => {
      const { code, stdout } = await validate(root, "--schemas", CRDS);
      assertEquals(code, 1);
      assertStringIncludes(
        stdout,
        'clusters/eu1.yaml:1:1: error: Cannot accept "spec.template.spec.instanceType" of AWSMachineTemplate prod/eu1-cp-mt, which ClusterDeployment prod/eu1 is rendered to: expected at least 2 characters, found the string "m" [crd/invalid-value]',
      );
    });
  },
});

Deno.test("validate --schemas writes valid SARIF, with and without lines", async () => {
  await withFiles({
    "fleet/my things/a#1.yaml": DEFINITIONS,
    "crds/things.yaml": THINGS,
    "crds/broken.yaml": "a: [",
  }, async (root) => {
    const { stdout } = await validate(root, "--format", "sarif");
    const ids = new Set(readSarif(stdout).map(({ ruleId }) => ruleId));
    assert(ids.has("crd/invalid-value"));
    assert(ids.has("crd/unreadable-schema"));
  });
});

for (const sample of ["bad/duplicate-object", "bad/unknown-field", "demo"]) {
  Deno.test(`validate writes valid SARIF for fixtures/${sample}`, async () => {
    await withFiles(inFleet(await readSample(sample)), async (root) => {
      const source = `${root}/fleet`;
      const { stdout } = await k0render(
        ...["validate", "--source", source, "--format", "sarif"],
      );
      assert(readSarif(stdout).length > 0);
    });
  });
}

function validate(root: string, ...args: string[]): Promise<CliResult> {
  return k0render(
    ...["validate", "--source", `${root}/fleet`, "--schemas", `${root}/crds`],
    ...args,
  );
}

function inFleet(files: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`fleet/${path}`, text]),
  );
}

function withFiles(
  files: Readonly<Record<string, string>>,
  test: (root: string) => Promise<void>,
): Promise<void> {
  return temporary(async (root) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    await test(root);
  });
}
