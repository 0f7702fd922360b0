/** `k0render validate --base`: a change, held against what was before it. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "@std/path";
import { commitFiles, temporary, workTree } from "../src/git/_testing.ts";
import { k0render } from "./cli.ts";
import { readSarif } from "./sarif.ts";

const CONFIG = `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
applyLevel: k0rdent
`;

function template(version: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata:
  name: web
  namespace: prod
spec:
  helm:
    chartSpec:
      chart: web
      version: ${version}
`;
}

function thing(size: number): string {
  return `apiVersion: example.com/v1
kind: Thing
metadata: {name: a, namespace: prod}
spec:
  size: ${size}
  parts:
    - {name: first, weight: ${size}}
`;
}

const CRD = `apiVersion: apiextensions.k8s.io/v1
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
            spec:
              type: object
              properties:
                size:
                  type: integer
                  x-kubernetes-validations:
                    - {rule: self >= oldSelf, message: A thing cannot shrink.}
                parts:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    properties:
                      name: {type: string}
                      weight:
                        type: integer
                        x-kubernetes-validations:
                          - {rule: self >= oldSelf, message: No part gets lighter.}
`;

Deno.test("validate --base says what a commit changes that may not change", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const head = `# one line more\n${template("2.0.0")}`;
    await commitFiles(work, {
      "k0render.yaml": CONFIG,
      "web.yaml": template("1.0.0"),
    });
    await Deno.writeTextFile(join(work, "web.yaml"), head);
    const base = ["validate", "--source", work, "--base", "HEAD"];
    const { code, stdout } = await k0render(...base);
    assertEquals(code, 1);
    assertEquals(
      stdout,
      `web.yaml:11:16: error: Cannot change "spec.helm.chartSpec.version" of ServiceTemplate prod/web: its spec may never change [transition/immutable-field]
  11 |       version: 2.0.0
     |                ^
  web.yaml:10:16: What it was before
  Leave "web" as it was, declare a ServiceTemplate with another name, and name that one instead.

1 error
`,
    );
    const sarif = await k0render(...base, "--format", "sarif");
    const [result] = readSarif(sarif.stdout);
    assertEquals(
      result?.relatedLocations[0]?.physicalLocation.region.startLine,
      10,
    );
  });
});

Deno.test("validate --base takes a directory", async () => {
  await withFiles({
    "before/web.yaml": template("1.0.0"),
    "after/web.yaml": template("1.0.0"),
  }, async (root) => {
    const { code, stdout } = await k0render(
      ...["validate", "--source", `${root}/after`, "--base", `${root}/before`],
    );
    assertEquals([code, stdout], [0, "No findings\n"]);
  });
});

Deno.test("validate --base --schemas asks the rules of CRDs about the change", async () => {
  await withFiles({
    "before/thing.yaml": thing(3),
    "after/thing.yaml": thing(2),
    "crds/thing.yaml": CRD,
  }, async (root) => {
    const schemas = ["--schemas", `${root}/crds`];
    function findings(from: string, to: string) {
      return k0render(
        ...["validate", "--source", `${root}/${to}`],
        ...["--base", `${root}/${from}`, ...schemas],
      );
    }
    const { stdout } = await findings("before", "after");
    assertStringIncludes(
      stdout,
      `thing.yaml:5:9: error: Cannot accept "spec.size" of Thing prod/a: A thing cannot shrink [crd/broken-rule]`,
    );
    assertStringIncludes(stdout, "thing.yaml:5:9: What it was before");
    assertStringIncludes(stdout, `"spec.parts[0].weight" of Thing prod/a`);
    assertEquals((await findings("after", "before")).stdout, "No findings\n");
  });
});

Deno.test("validate --base says why a base cannot be read", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, { "web.yaml": template("1.0.0") });
    const { code, stderr } = await k0render(
      ...["validate", "--source", work, "--base", "nowhere"],
    );
    assertEquals(code, 1);
    assertStringIncludes(stderr, `Cannot read "nowhere"`);
  });
});

async function withFiles(
  files: Readonly<Record<string, string>>,
  test: (root: string) => Promise<void>,
): Promise<void> {
  await temporary(async (root) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    await test(root);
  });
}
