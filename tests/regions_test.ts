import { assert, assertEquals } from "@std/assert";
import { getPath, type Manifest } from "../src/model/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { validateAgainstCrd } from "./crds.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";
import { safetyProblems } from "./safety.ts";

const MODE = { applyLevel: "capi", serviceDelivery: "sveltos" } as const;

const REGION = `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Region, metadata: {name: eu},
 spec: {clusterDeployment: {namespace: infra, name: hub}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: docker, namespace: infra},
 spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: infra}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterDeployment, metadata: {name: hub, namespace: infra},
 spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {}, propagateCredentials: false}}
---
apiVersion: v1
kind: Secret
metadata: {name: docker, namespace: infra}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: docker, namespace: prod},
 spec: {region: eu, identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: prod}}}
---
apiVersion: v1
kind: Secret
metadata: {name: docker, namespace: prod}
`;

const CLUSTER = `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterDeployment, metadata: {name: eu1, namespace: prod},
 spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {}, propagateCredentials: false}}
`;

const SOURCE = { "region.yaml": REGION, "eu1.yaml": CLUSTER };

function kustomizations(files: ReadonlyMap<string, string>): Manifest[] {
  return [...files]
    .filter(([path]) => /^flux\/(.*\/)?kustomization\.kustomize\./.test(path))
    .map(([, text]) => loadYaml(text) as unknown as Manifest);
}

Deno.test({
  name:
    "a Region is followed through its kubeconfig, by objects that fit their CRDs",
  ignore: !(await requirement("shared")),
  fn() {
    const { files, units } = runPipeline(SOURCE, MODE);
    const made = kustomizations(files);
    for (const manifest of made) {
      const path = String(getPath(manifest, ["spec", "path"])).slice(2);
      assert(files.has(`${path}/kustomization.yaml`), path);
      assertEquals(validateAgainstCrd(manifest), []);
    }
    const remote = made.filter((manifest) =>
      getPath(manifest, ["spec", "kubeConfig"]) !== undefined
    );
    assertEquals(
      remote.map(({ metadata }) => `${metadata.namespace} ${metadata.name}`),
      ["infra k0render-in-region-eu", "infra k0render.prod.eu1"],
    );
    assertEquals(safetyProblems(units, MODE), []);
  },
});

Deno.test("a cluster of a Region is removed where it is", () => {
  const { files } = runPipeline(SOURCE, MODE);
  const on = Object.fromEntries(files);
  const without = runPipeline({ "region.yaml": REGION }, MODE, on);
  assertEquals(
    kustomizations(without.files).map(({ metadata }) => metadata.name),
    kustomizations(files).map(({ metadata }) => metadata.name),
  );
  const list = without.files.get("clusters/prod/eu1/kustomization.yaml");
  assert(list?.includes("resources: []"));
});

Deno.test("a cluster stays where it is when its Credential names another Region", () => {
  const { files } = runPipeline(SOURCE, MODE);
  const moved = REGION.replaceAll("eu}", "us}").replace(
    "region: eu",
    "region: us",
  );
  const after = runPipeline(
    { ...SOURCE, "region.yaml": moved },
    MODE,
    Object.fromEntries(files),
  );
  const path = "clusters/prod/eu1/unit.json";
  assertEquals(after.files.get(path), files.get(path));
  assertEquals(
    after.findings.filter(({ finding }) => finding.severity === "error")
      .map(({ finding }) => finding.rule.id),
    ["tree/changed-region"],
  );
});
