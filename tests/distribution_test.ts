/**
 * Tenants use what AccessManagement distributes: their clusters validate and
 * render, at every level, as if somebody had declared the copies.
 */

import { assert, assertEquals } from "@std/assert";
import {
  formatIdentity,
  getPath,
  identityKey,
  identityOf,
  isManifest,
  type Manifest,
  type RenderedUnit,
} from "../src/model/mod.ts";
import { loadYamlAll } from "../src/yaml/mod.ts";
import { validateAgainstCrd } from "./crds.ts";
import { type Mode, MODES, modeText } from "./modes.ts";
import { objectsOfUnits, runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";
import { TENANTS } from "./tenants.ts";

const ignore = !await requirement("shared");

const [SVELTOS, , , , K0RDENT] = MODES as Mode[];

/** What AccessManagement and the chains bring, beside k0rdent's own kinds. */
const PLAIN_COPIES = [
  "ConfigMap team-a/motd",
  "Secret team-a/docker-cluster-secret",
  "Secret team-b/docker-cluster-secret",
];

const K0RDENT_COPIES = [
  "ClusterAuthentication team-a/sso",
  "ClusterTemplate team-a/docker-1",
  "ClusterTemplate team-a/docker-2",
  "ClusterTemplate team-b/docker-1",
  "ClusterTemplate team-b/docker-2",
  "ClusterTemplateChain team-a/docker",
  "ClusterTemplateChain team-b/docker",
  "Credential team-a/docker-cred",
  "Credential team-b/docker-cred",
  "ServiceTemplate team-a/ingress-nginx-4-11-3",
  "ServiceTemplateChain team-a/ingress",
];

function rendered(text: string, mode: Mode) {
  const { findings, units, files } = runPipeline({ "all.yaml": text }, mode);
  const errors = findings.map(({ finding }) => finding)
    .filter(({ severity }) => severity === "error");
  assertEquals(errors.map(({ message }) => message), []);
  const done = units.filter((unit): unit is RenderedUnit =>
    unit.kind === "rendered"
  );
  assertEquals(done.length, units.length);
  const namesOf = (part: "applied" | "review") =>
    done.flatMap((unit) => unit[part])
      .map(({ manifest }) => formatIdentity(identityOf(manifest)));
  return {
    units,
    files,
    applied: namesOf("applied"),
    review: namesOf("review"),
  };
}

for (const mode of MODES) {
  Deno.test(`tenants' clusters render ${modeText(mode)}`, () => {
    const { applied, review } = rendered(TENANTS, mode);
    const isKcms = mode.applyLevel === "k0rdent";
    assert(K0RDENT_COPIES.every((name) => review.includes(name)));
    const home = isKcms ? review : applied;
    assert(PLAIN_COPIES.every((name) => home.includes(name)));
    assert(review.includes("ClusterRole kcm-resources"));
    const other = isKcms ? applied : review;
    assertEquals(other.filter((name) => PLAIN_COPIES.includes(name)), []);
  });

  Deno.test({
    name: `what is distributed fits its CRD and has one owner ${
      modeText(mode)
    }`,
    ignore,
    fn: () => {
      const objects = [...objectsOfUnits(rendered(TENANTS, mode).units)];
      assertEquals(objects.flatMap(validateAgainstCrd), []);
      const keys = objects.map((one) => identityKey(identityOf(one)));
      assertEquals(keys.length, new Set(keys).size);
    },
  });
}

Deno.test("what is distributed does not depend on the order of definitions", () => {
  const turned = TENANTS.split("---\n").toReversed().join("---\n");
  const [text, other] = [TENANTS, turned].map((source) =>
    rendered(source, SVELTOS!).files
  );
  const contents = (files: ReadonlyMap<string, string> | undefined) =>
    [...files ?? []].filter(([path]) => !path.endsWith("unit.json"));
  assertEquals(contents(other), contents(text));
});

Deno.test("clusters are the same whether copies are declared or distributed", () => {
  const objects = [...objectsOfUnits(rendered(TENANTS, K0RDENT!).units)];
  const copies = objects.filter((one) =>
    [...PLAIN_COPIES, ...K0RDENT_COPIES]
      .includes(formatIdentity(identityOf(one)))
  );
  const declared = [
    ...loadYamlAll(TENANTS).filter(isManifest)
      .filter(({ kind }) => kind !== "AccessManagement"),
    ...copies,
  ].map((one) => JSON.stringify(one)).join("\n---\n");
  const clusters = (text: string) =>
    [...rendered(text, SVELTOS!).files]
      .filter(([path]) => path.startsWith("clusters/"));
  assertEquals(clusters(declared), clusters(TENANTS));
});

function found(kind: string, name: string): Manifest {
  const objects = [...objectsOfUnits(rendered(TENANTS, SVELTOS!).units)];
  const object = objects.find(({ kind: one, metadata }) =>
    one === kind && metadata.name === name
  );
  assert(object, `${kind} ${name}`);
  return object;
}

Deno.test("AccessManagement has the ClusterRole of kcm-spec 8.2 made", () => {
  assertEquals(found("ClusterRole", "kcm-resources"), {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: {
      name: "kcm-resources",
      labels: { "k0rdent.mirantis.com/aggregate-to-manager": "true" },
    },
    rules: [
      {
        apiGroups: [""],
        resources: ["configmaps"],
        verbs: ["get", "list", "watch", "create", "delete"],
      },
      {
        apiGroups: ["k0rdent.mirantis.com"],
        resources: [
          "clusterauthentications",
          "clustertemplatechains",
          "credentials",
          "servicetemplatechains",
        ],
        verbs: ["get", "list", "watch", "create", "delete"],
      },
    ],
  });
});

Deno.test("services of distributed templates are those of kcm-spec 8.7", () => {
  const service = {
    name: "ingress-nginx",
    namespace: "ingress",
    template: "ingress-nginx-4-11-3",
  };
  const provider = {
    name: "ksm-projectsveltos",
    config: { syncMode: "ContinuousWithDriftDetection" },
  };
  assertEquals(found("ServiceSet", "demo-bb74fe23").spec, {
    cluster: "demo",
    multiClusterService: "global-ingress",
    provider,
    services: [{ ...service, version: "ingress-nginx-4-11-3" }],
  });
  assertEquals(found("ServiceSet", "management-bb74fe23").spec, {
    cluster: "",
    multiClusterService: "global-ingress",
    provider: { ...provider, selfManagement: true },
    services: [{ ...service, version: "4.11.3" }],
  });
  const { spec } = found("Profile", "demo-bb74fe23");
  const chart = getPath(spec, ["helmCharts", 0]);
  assertEquals(getPath(chart, ["chartVersion"]), "4.11.3");
  assertEquals(
    getPath(chart, ["repositoryURL"]),
    "oci://ghcr.io/k0rdent/catalog/charts",
  );
});
