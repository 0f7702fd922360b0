/**
 * `k0render explain` as people call it.
 */

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname, fromFileUrl, join } from "@std/path";
import { temporary } from "../src/git/_testing.ts";
import { k0render, k0renderProcess } from "./cli.ts";
import { readSample } from "./samples.ts";

const DEMO = fromFileUrl(new URL("../fixtures/demo", import.meta.url));

function explain(...args: string[]) {
  return k0render("explain", "--source", DEMO, ...args);
}

Deno.test("explain names the line, the layer that won and what it overrode", async () => {
  const { code, stdout } = await explain(
    "prod/eu1",
    "spec.config.worker.instanceType",
  );
  assertEquals(code, 0);
  assertEquals(
    stdout,
    `spec.config.worker.instanceType: "m7i.2xlarge"
  from clusters/eu1.yaml:18:21 spec.config.worker.instanceType of ClusterDeployment prod/eu1
  overrides "" templates/cluster/aws-standalone-cp/values.yaml:44:17 (built-in) worker.instanceType of the chart's own values
  reaches AWSMachineTemplate prod/eu1-worker-mt spec.template.spec.instanceType
`,
  );
});

Deno.test("explain takes a rendered field in one word or in two", async () => {
  const object = "AWSMachineTemplate/eu1-worker-mt";
  const field = "spec.template.spec.instanceType";
  const inOne = await explain("prod/eu1", `${object}:${field}`);
  const inTwo = await explain("prod/eu1", object, field);
  assertEquals(inOne.stdout, inTwo.stdout);
  assertStringIncludes(inOne.stdout, "from clusters/eu1.yaml:18:21 ");
});

/** What is asked, and a line of the answer. */
const ANSWERS: readonly [args: readonly string[], line: RegExp][] = [
  [["prod/eu1"], /^AWSCluster prod\/eu1 \(applied\), by templates\//m],
  [["ClusterDeployment/prod/eu1", "spec.credential"], /eu1\.yaml:10:15/],
  [["prod/eu1", "spec.propagateCredentials"], /true\n {2}from a default/],
  [["prod/eu1", "values.clusterIdentity.name"], /credentials\/aws\.yaml:23:11/],
  [["prod/eu1", "values.clusterLabels"], /a rule: KCM fills clusterLabels/],
  [
    ["prod/eu1", "Cluster", "spec.controlPlaneRef.kind"],
    /cluster\.yaml\.hbs:1/,
  ],
  [["prod/eu1", "Profile/prod/eu1", "spec.tier"], /a rule of KCM: 2147483647/],
  [["prod/eu1", "service", "cert-manager"], /MultiClusterService baseline$/m],
  [["prod/eu1", "service:cert-manager"], /wins, tier 2147483447/],
  [["baseline"], /^selects ClusterDeployment prod\/eu1$/m],
  [["MultiClusterService/baseline", "spec.clusterSelector"], /yaml:9:13/],
  [["prod/aws-main"], /^named by ClusterDeployment prod\/eu1 at clusters/m],
  [["aws-main", "spec.secretRef"], /credentials\/aws\.yaml:8:14/],
];

for (const [args, line] of ANSWERS) {
  Deno.test(`explain ${args.join(" ")} has an answer`, async () => {
    const { code, stdout, stderr } = await explain(...args);
    assertEquals([code, stderr], [0, ""]);
    assertMatch(stdout, line);
  });
}

/** What cannot be answered, and what is said. */
const UNKNOWN: readonly [args: readonly string[], text: string][] = [
  [["prod/eu2"], 'Did you mean "prod/eu1"?'],
  [["eu1"], 'Did you mean "prod/eu1"?'],
  [["nothing-of-that-kind"], "nobody declares such an object"],
  [
    ["prod/eu1", "spec.config.wroker.instanceType"],
    'Did you mean "spec.config.worker.instanceType"?',
  ],
  [["prod/eu1", "AWSMachineTemplate/eu1-wrker-mt"], "eu1-worker-mt"],
  [["prod/eu1", "AWSCluster", "spec.regoin"], 'Did you mean "spec.region"?'],
  [["prod/eu1", "service", "cert-manger"], 'Did you mean "cert-manager"?'],
  [
    ["baseline", "spec.clusterSelctor"],
    'Did you mean "spec.clusterSelector"?',
  ],
  [
    ["prod/eu1", "workersNumber"],
    'Did you mean "spec.config.workersNumber"?',
  ],
  [["prod/eu1", "spec.config.nothing"], "Ask without a field"],
  [["prod/eu1", "["], 'Cannot explain field "["'],
  [["prod/eu1", "spec.config", "region"], 'field "spec.config region"'],
  [["baseline", "service", "cert-manager"], "there is no such"],
];

for (const [args, text] of UNKNOWN) {
  Deno.test(`explain ${args.join(" ")} says what is unknown`, async () => {
    const { code, stdout, stderr } = await explain(...args);
    assertEquals([code, stdout], [1, ""]);
    assertStringIncludes(stderr, text);
  });
}

const LOCK = `apiVersion: k0render.dev/v1alpha1
kind: ChartLock
charts:
  - template:
      kind: ServiceTemplate
      namespace: prod
      name: ingress-nginx-4-13-0
    chart: ingress-nginx
    version: 4.13.0
    source:
      kind: oci
      url: oci://ghcr.io/k0rdent/catalog/charts
    locked:
      name: ingress-nginx
      version: 4.13.0
      digest: sha256:${"0".repeat(64)}
      files: sha256:${"0".repeat(64)}
`;

Deno.test("explain names the lock where it decides on a version", async () => {
  await temporary(async (root) => {
    const files = { ...await readSample("demo"), "k0render.lock": LOCK };
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    const { stdout } = await k0render(
      ...["explain", "--source", root, "prod/eu1", "Profile/eu1"],
      "spec.helmCharts[0].chartVersion",
    );
    assertStringIncludes(stdout, "from k0render.lock:15:16 ");
  });
});

Deno.test("explain says that nobody asks for a service", async () => {
  const source = fromFileUrl(new URL("../fixtures/starter", import.meta.url));
  const { code, stdout } = await k0render(
    ...["explain", "--source", source, "prod/first", "service"],
  );
  assertEquals([code, stdout], [0, "nobody asks for a service\n"]);
});

Deno.test("explain refuses a wrong command line", async () => {
  for (const args of [[], ["a", "b", "c", "d"], ["a", "--format", "xml"]]) {
    assertEquals((await explain(...args)).code, 2);
  }
});

Deno.test("explain --format json has everything with lines and columns", async () => {
  const { code, stdout } = await k0renderProcess([
    ...["explain", "prod/eu1", "AWSMachineTemplate/eu1-worker-mt"],
    ...["spec.template.spec.instanceType"],
    ...["--source", DEMO, "--format", "json"],
  ]);
  assertEquals(code, 0);
  const { version, explained: [{ environment, objects: [object] }] } = JSON
    .parse(stdout);
  assertEquals([version, environment], [1, "production"]);
  assertEquals(object.fields, [{
    path: "spec.template.spec.instanceType",
    value: "m7i.2xlarge",
    from: [{
      role: "gives",
      kind: "definition",
      field: "spec.config.worker.instanceType",
      value: "m7i.2xlarge",
      object: {
        group: "k0rdent.mirantis.com",
        kind: "ClusterDeployment",
        namespace: "prod",
        name: "eu1",
      },
      location: {
        file: "clusters/eu1.yaml",
        line: 18,
        column: 21,
        in: "dry source",
      },
    }],
    overridden: [{
      layer: "default",
      value: "",
      from: [{
        kind: "default",
        field: "worker.instanceType",
        value: "",
        location: {
          file: "templates/cluster/aws-standalone-cp/values.yaml",
          line: 44,
          column: 17,
          in: "built-in",
        },
      }],
    }],
  }]);
});

Deno.test("explain --format json says what is unknown as findings", async () => {
  const { code, stdout } = await explain("prod/eu2", "--format", "json");
  assertEquals(code, 1);
  const { explained, findings } = JSON.parse(stdout);
  assertEquals(explained, []);
  assertEquals(findings[0].id, "explain/unknown-object");
});

Deno.test("explain tells why a cluster cannot be rendered", async () => {
  const source = fromFileUrl(
    new URL("../fixtures/bad/missing-credential", import.meta.url),
  );
  const { code, stderr } = await k0render(
    ...["explain", "--source", source, "prod/bad"],
  );
  assertEquals(code, 1);
  assertStringIncludes(stderr, "it cannot be rendered [explain/not-rendered]");
  assertStringIncludes(stderr, "Cannot resolve Credential");
});

const RIVAL = `apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata:
  name: rival
spec:
  clusterSelector:
    matchLabels:
      tier: production
  serviceSpec:
    provider:
      config:
        priority: 300
    services:
      - name: ingress-nginx
        namespace: ingress-nginx
        template: ingress-nginx-4-13-0
`;

for (const delivery of ["sveltos", "helmrelease"]) {
  Deno.test(`explain knows which service wins where ${delivery} delivers`, async () => {
    await temporary(async (root) => {
      const demo = await readSample("demo");
      const settings = demo["k0render.yaml"] ?? "";
      const files = {
        ...demo,
        "k0render.yaml": `${
          settings.replace(/^serviceDelivery:.*$/m, "")
        }\nserviceDelivery: ${delivery}\n`,
        "services/rival.yaml": RIVAL,
        "templates/services-kcm.yaml": (demo["templates/services.yaml"] ?? "")
          .replaceAll(
            "namespace: prod",
            "namespace: kcm-system",
          ),
      };
      for (const [path, text] of Object.entries(files)) {
        const file = join(root, path);
        await Deno.mkdir(dirname(file), { recursive: true });
        await Deno.writeTextFile(file, text);
      }
      const { stdout, stderr } = await k0render(
        ...["explain", "--source", root, "prod/eu1", "service"],
        ...["ingress-nginx", "--format", "json"],
      );
      const { explained: [{ services }] } = JSON.parse(stdout);
      assertEquals(
        services.map((
          { owner, wins }: { owner: { name: string }; wins: boolean },
        ) => [owner.name, wins]),
        [["rival", true], ["eu1", false]],
        stderr,
      );
    });
  });
}
