/**
 * What a change of the definitions does to a branch that is there already:
 * what it is about changes, what is broken stays as it was, and nothing goes
 * without somebody having said so.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadYaml } from "../src/yaml/mod.ts";
import { type Fleet, withFleet } from "./fleet.ts";

const EU1 = "clusters/prod/eu1/";
const METADATA = "hydrator.metadata";

Deno.test("a changed cluster changes its own directories only", async () => {
  await withRendered(async (fleet) => {
    await fleet.edit(
      "clusters/eu1.yaml",
      "workersNumber: 4",
      "workersNumber: 6",
    );
    assertEquals((await fleet.render()).code, 0);
    assertEquals(await fleet.lastChange(), [
      `${EU1}machine-deployment.cluster.x-k8s.io_prod_eu1-md.yaml`,
      `${EU1}unit.json`,
      METADATA,
      "review/prod/eu1/cluster-deployment.k0rdent.mirantis.com_prod_eu1.yaml",
      "review/prod/eu1/helm-release.helm.toolkit.fluxcd.io_prod_eu1.yaml",
    ]);
  });
});

Deno.test("a removed cluster leaves a directory from which Flux prunes it", async () => {
  await withRendered(async (fleet) => {
    const before = await fleet.rendered();
    await fleet.push({ "clusters/eu1.yaml": undefined });
    const { code, stdout } = await fleet.render();
    assertEquals(code, 0);
    assertStringIncludes(stdout, "(2 clusters)");
    const files = await fleet.rendered();
    assertEquals(inside(files, EU1), ["kustomization.yaml", "unit.json"]);
    const list = loadYaml(files.get(`${EU1}kustomization.yaml`)!);
    assertEquals((list as { resources: unknown }).resources, []);
    assertEquals(inside(files, "review/prod/eu1/"), []);
    const kustomization =
      "flux/kustomization.kustomize.toolkit.fluxcd.io_flux-system_k0render.prod.eu1.yaml";
    assertEquals(files.get(kustomization), before.get(kustomization));
  });
});

Deno.test("a cluster that comes back takes its directory again", async () => {
  await withRendered(async (fleet) => {
    const before = await fleet.rendered();
    const text = await Deno.readTextFile(`${fleet.work}/clusters/eu1.yaml`);
    await fleet.push({ "clusters/eu1.yaml": undefined });
    await fleet.render();
    await fleet.push({ "clusters/eu1.yaml": text });
    assertEquals((await fleet.render()).code, 0);
    const after = await fleet.rendered();
    for (const files of [before, after]) files.delete(METADATA);
    assertEquals(after, before);
  });
});

/** Mistakes about eu1, by file, what is replaced and by what. */
const MISTAKES: readonly [string, string, string, string][] = [
  ["an unknown field", "clusters/eu1.yaml", "credential:", "credentail:"],
  [
    "a value that the chart refuses",
    "clusters/eu1.yaml",
    "workersNumber: 4",
    "workersNumber: four",
  ],
  [
    "a template that is not there",
    "clusters/eu1.yaml",
    "template: aws",
    "template: asw",
  ],
  [
    "a broken Credential",
    "credentials/aws.yaml",
    "identityRef:",
    "identityReff:",
  ],
];

for (const [mistake, file, from, to] of MISTAKES) {
  Deno.test(`a cluster with ${mistake} keeps its last good tree, others go on`, async () => {
    await withRendered(async (fleet) => {
      const before = await fleet.rendered();
      await fleet.edit(
        "clusters/lab.yaml",
        "workersNumber: 1",
        "workersNumber: 2",
      );
      await fleet.edit(file, from, to);
      const { code, stdout } = await fleet.render();
      assertEquals(code, 1);
      assertStringIncludes(stdout, "(3 clusters, 1 failed)");
      const after = await fleet.rendered();
      for (const directory of [EU1, "clusters/prod/us1/", "review/prod/eu1/"]) {
        assertEquals(textsIn(after, directory), textsIn(before, directory));
      }
      assertEquals(failedOf(after), [{ unit: "cluster prod/eu1", kept: true }]);
      assertStringIncludes(
        after.get(
          "clusters/lab/lab/machine-deployment.cluster.x-k8s.io_lab_lab-md.yaml",
        )!,
        "replicas: 2",
      );
    });
  });
}

Deno.test("a package that breaks is no reason to take the built-in one", async () => {
  await withRendered(async (fleet) => {
    const before = await fleet.rendered();
    await fleet.push({
      "templates/aws-standalone-cp/package.yaml":
        "name: aws-standalone-cp\nversion: 1.0.43\nproviders: [infrastructure-aws]\n",
      "templates/aws-standalone-cp/manifests/cluster.yaml.hbs": "{{{raw}}}\n",
    });
    assertEquals((await fleet.render()).code, 1);
    const after = await fleet.rendered();
    assertEquals(textsIn(after, EU1), textsIn(before, EU1));
    assertEquals(failedOf(after), [{ unit: "cluster prod/eu1", kept: true }]);
  });
});

Deno.test("a MultiClusterService with a mistake takes no service from a cluster", async () => {
  await withRendered(async (fleet) => {
    const before = await fleet.rendered();
    await fleet.edit(
      "services/baseline.yaml",
      "template: cert-manager-1-18-2",
      "template: cert-manager-1-18-3",
    );
    assertEquals((await fleet.render()).code, 1);
    const after = await fleet.rendered();
    const profiles = inside(before, EU1).filter((path) =>
      path.startsWith("profile.")
    );
    assertEquals(profiles.length, 2);
    for (const profile of profiles) {
      assertEquals(after.get(EU1 + profile), before.get(EU1 + profile));
    }
  });
});

Deno.test("a file that cannot be read removes nothing", async () => {
  await withRendered(async (fleet) => {
    const before = await fleet.rendered();
    await fleet.edit("clusters/eu1.yaml", "spec:", "spec: [");
    const { code, stderr } = await fleet.render();
    assertEquals(code, 1);
    assertStringIncludes(stderr, "[yaml/syntax]");
    const after = await fleet.rendered();
    assertEquals([...after.keys()].sort(), [...before.keys()].sort());
    assertEquals(textsIn(after, EU1), textsIn(before, EU1));
  });
});

Deno.test("a repository that lost all definitions removes nothing", async () => {
  await withRendered(async (fleet) => {
    const head = await fleet.head();
    const text = await Deno.readTextFile(`${fleet.work}/k0render.yaml`);
    await Deno.remove(fleet.work + "/clusters", { recursive: true });
    for (const directory of ["credentials", "services", "templates"]) {
      await Deno.remove(`${fleet.work}/${directory}`, { recursive: true });
    }
    await fleet.push({
      "namespaces.yaml": undefined,
      "k0render.yaml": `${text}# Nothing is left\n`,
    });
    const { code, stderr } = await fleet.render();
    assertEquals([code, await fleet.head()], [1, head]);
    assertStringIncludes(stderr, "[tree/emptied-source]");
  });
});

async function withRendered(
  test: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  await withFleet(async (fleet) => {
    assertEquals((await fleet.render()).code, 0);
    await test(fleet);
  });
}

function inside(
  files: ReadonlyMap<string, string>,
  directory: string,
): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(directory))
    .map((path) => path.slice(directory.length))
    .sort();
}

function textsIn(
  files: ReadonlyMap<string, string>,
  directory: string,
): string[] {
  const names = inside(files, directory);
  assert(names.length > 0);
  return names.map((name) => `${name}\n${files.get(directory + name)}`);
}

function failedOf(files: ReadonlyMap<string, string>): unknown {
  return JSON.parse(files.get(METADATA)!).k0render.failed;
}
