import { assertEquals } from "@std/assert";
import type { Manifest } from "../src/model/mod.ts";
import { readBuiltInTemplates } from "../src/service/built_in.ts";
import { loadLibrary, renderPackage } from "../src/templates/mod.ts";
import { allRules, readRules } from "../src/validate/crd/cel/rule_tree.ts";
import { compileSchema } from "../src/validate/crd/compile_schema.ts";
import { readSharedCrds, validateAgainstCrd } from "./crds.ts";
import { BUILT_IN_CHARTS, readGoldenCases } from "./golden.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("shared"));

/** Cases whose values are wrong in a way that only the CRD knows. */
const WRONG_VALUES: readonly {
  readonly reason: string;
  readonly problem: RegExp;
  readonly cases: readonly string[];
}[] = [
  {
    reason: "instanceType has no default, and is not given",
    problem: /spec\.instanceType: expected at least 2 characters/,
    cases: [
      "catalog-apps-cilium-data.yaml-deploy_code-3",
      "docs-docs-admin-kof-kof-kcm-region.md-1",
      "docs-docs-admin-ksm-ksm-byo-provider.md-2",
      "docs-docs-admin-ksm-ksm-service-templates.md-10",
      "docs-docs-reference-template-template-aws.md-1",
      "docs-docs-user-services-add-service-to-clusterdeployment.md-1",
      "docs-docs-user-services-service-upgrade.md-2",
      "docs-docs-user-services-service-upgrade.md-4",
      "k0rdent-kof-docs-kcm-region.md-3",
    ],
  },
  {
    reason: "the release's name is the placeholder <CHILD_CLUSTER_NAME>",
    problem: /\.name: expected text that matches/,
    cases: ["docs-docs-admin-kof-kof-kcm-region.md-1"],
  },
  {
    reason: "rootVolume.volumeType is of an older API of the provider",
    problem: /rootVolume\.volumeType: the CRD has no such field$/,
    cases: ["docs-docs-quickstarts-quickstart-2-openstack.md-2"],
  },
];

Deno.test({
  name: "validateAgainstCrd() accepts what packages make of good values",
  ignore,
  async fn(t) {
    const library = loadLibrary({ builtIn: await readBuiltInTemplates() });
    for (const golden of readGoldenCases(BUILT_IN_CHARTS)) {
      if (golden.expect !== "ok") continue;
      const pkg = library.clusterPackage(golden.chart);
      if (!pkg) throw new Error(`Cannot find package "${golden.chart}"`);
      const { objects } = renderPackage(pkg, golden);
      const problems = objects.flatMap(validateAgainstCrd);
      const mistakes = WRONG_VALUES.filter(({ cases }) =>
        cases.includes(golden.name)
      );
      const unexpected = problems.filter((problem) =>
        !mistakes.some((mistake) => mistake.problem.test(problem))
      );
      const unseen = mistakes.filter((mistake) =>
        !problems.some((problem) => mistake.problem.test(problem))
      );
      if (unexpected.length + unseen.length > 0) {
        await t.step(golden.name, () => {
          assertEquals(unexpected, []);
          assertEquals(unseen.map(({ reason }) => reason), []);
        });
      }
    }
  },
});

const NAMESPACE: Manifest = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "a" },
};
const CLUSTER: Manifest = {
  apiVersion: "cluster.x-k8s.io/v1beta2",
  kind: "Cluster",
  metadata: { name: "a", namespace: "b" },
  spec: {
    controlPlaneRef: { apiGroup: "a.b", kind: "K0sControlPlane", name: "c" },
    infrastructureRef: { apiGroup: "a.b", kind: "AWSCluster", name: "a" },
  },
};

const OBJECTS: readonly [string, Manifest, string[]][] = [
  ["accepts a kind of Kubernetes itself", NAMESPACE, []],
  ["accepts an object that fits its CRD", CLUSTER, []],
  ["finds a kind without a CRD", { ...CLUSTER, kind: "Clutser" }, [
    "Clutser b/a: no CRD serves cluster.x-k8s.io/v1beta2",
  ]],
  ["finds a version that is not served", {
    ...CLUSTER,
    apiVersion: "cluster.x-k8s.io/v1alpha4",
  }, ["Cluster b/a: no CRD serves cluster.x-k8s.io/v1alpha4"]],
  ["finds unknown fields and wrong types", {
    ...CLUSTER,
    spec: {
      paused: "yes",
      clusterNetwork: { pods: { cidrBlock: ["10.0.0.0/8"] } },
      controlPlaneRef: { apiGroup: "a.b", kind: "K0sControlPlane", name: "c" },
    },
  }, [
    "Cluster b/a: spec.clusterNetwork.pods.cidrBlock: the CRD has no such field",
    "Cluster b/a: spec.clusterNetwork.pods.cidrBlocks: it is required",
    'Cluster b/a: spec.paused: expected true or false, found the string "yes"',
  ]],
  ["finds labels that are no strings", {
    ...CLUSTER,
    metadata: { name: "a", namespace: "b", labels: { a: 1 as never } },
  }, ["Cluster b/a: metadata.labels.a: expected a string, found the number 1"]],
];

for (const [criterion, manifest, expected] of OBJECTS) {
  Deno.test({
    name: `validateAgainstCrd() ${criterion}`,
    ignore,
    fn: () => assertEquals(validateAgainstCrd(manifest).sort(), expected),
  });
}

Deno.test({
  name: "compileSchema() reads every CRD, readRules() every rule in CEL",
  ignore,
  fn() {
    const crds = readSharedCrds();
    const schemas = crds.flatMap(({ spec }) =>
      spec.versions.map((version) => version.schema?.openAPIV3Schema ?? {})
    );
    const broken = schemas.map(compileSchema)
      .filter(({ kind }) => kind === "broken");
    const rules = schemas.map(readRules).filter((tree) => tree !== undefined)
      .flatMap((tree) => [...allRules(tree)]);
    const unread = rules.filter(({ expression }) =>
      expression.kind === "broken"
    );
    assertEquals([crds.length, schemas.length, broken], [348, 500, []]);
    assertEquals([rules.length, unread], [1128, []]);
  },
});
