import { assert, assertEquals } from "@std/assert";
import type { ApplyLevel } from "../../source/mod.ts";
import { definitionsOf, inputOf, objectOf, renderedUnit } from "../_testing.ts";

const PRUNE = "kustomize.toolkit.fluxcd.io/prune";

const DEFINITIONS = `
apiVersion: v1
kind: Namespace
metadata: {name: prod}
---
apiVersion: v1
kind: Secret
metadata: {name: registry, namespace: prod}
---
apiVersion: v1
kind: Secret
metadata: {name: aws, namespace: prod, annotations: {${PRUNE}: enabled}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: catalog, namespace: prod}
spec: {type: oci, url: oci://example.com/charts, secretRef: {name: registry}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1-0-0, namespace: prod}
spec: {helm: {chartSpec: {chart: dns, version: 1.0.0, sourceRef: {kind: HelmRepository, name: catalog}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: aws, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: aws}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gadgets.example.com}
---
apiVersion: example.com/v1
kind: Gadget
metadata: {name: a, namespace: tools}
data: {run: "echo \${HOME}"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: b, namespace: kube-system}
`;

function layer(name: string, applyLevel: ApplyLevel = "capi") {
  return renderedUnit(
    inputOf(DEFINITIONS, { config: { applyLevel } }),
    `layer ${name}`,
  );
}

function names(unit: Pick<ReturnType<typeof layer>, "applied" | "review">) {
  const list = (objects: typeof unit.applied) =>
    objects.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);
  return { applied: list(unit.applied), review: list(unit.review) };
}

Deno.test("renderUnits() applies k0rdent objects only where KCM runs", () => {
  assertEquals(names(layer("templates")), {
    applied: [],
    review: ["ServiceTemplate dns-1-0-0"],
  });
  assertEquals(names(layer("templates", "k0rdent")), {
    applied: ["ServiceTemplate dns-1-0-0"],
    review: [],
  });
  assertEquals(names(layer("credentials", "helmrelease")), {
    applied: ["Secret aws"],
    review: ["Credential aws"],
  });
});

Deno.test("renderUnits() puts Secrets of sources beside the sources", () => {
  assertEquals(names(layer("sources")).applied, [
    "Secret registry",
    "HelmRepository catalog",
  ]);
});

Deno.test("renderUnits() adds the namespaces that nobody declares", () => {
  const { applied } = layer("namespaces");
  assertEquals(names({ applied, review: [] }).applied, [
    "Namespace prod",
    "Namespace tools",
  ]);
  assertEquals(objectOf(applied, "Namespace", "tools").metadata.annotations, {
    [PRUNE]: "disabled",
    "kustomize.toolkit.fluxcd.io/ssa": "IfNotPresent",
  });
});

Deno.test("renderUnits() keeps from being pruned what takes others with it", () => {
  const kept = ["namespaces", "sources", "credentials", "platform"]
    .flatMap((name) => layer(name, "k0rdent").applied)
    .filter(({ manifest }) =>
      manifest.metadata.annotations?.[PRUNE] === "disabled"
    )
    .map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);
  assertEquals(kept, [
    "Namespace prod",
    "Namespace tools",
    "Secret registry",
    "Credential aws",
    "CustomResourceDefinition gadgets.example.com",
  ]);
});

Deno.test("renderUnits() lets a definition decide on its own pruning", () => {
  const { applied } = layer("credentials");
  assertEquals(objectOf(applied, "Secret", "aws").metadata.annotations, {
    [PRUNE]: "enabled",
  });
});

Deno.test("renderUnits() carries other objects, guarded where they hold ${", () => {
  const { applied } = layer("platform");
  assertEquals(objectOf(applied, "ConfigMap", "b"), {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "b", namespace: "kube-system" },
  });
  assertEquals(objectOf(applied, "Gadget", "a").metadata.annotations, {
    "kustomize.toolkit.fluxcd.io/substitute": "disabled",
  });
});

Deno.test("renderUnits() carries encrypted documents byte for byte, kept by a patch", () => {
  const verbatim = "# by hand\napiVersion: v1\nkind: Secret\n";
  const definitions = definitionsOf(DEFINITIONS).map((definition) =>
    definition.manifest.kind === "Secret"
      ? { ...definition, verbatim }
      : definition
  );
  const { applied, patches } = renderedUnit(
    inputOf(definitions),
    "layer sources",
  );
  const [secret] = applied;
  assertEquals(patches?.map(({ target }) => target), [{
    kind: "Secret|SealedSecret|ExternalSecret",
    annotationSelector: `!${PRUNE}`,
  }]);
  assertEquals(secret?.verbatim, verbatim);
  assertEquals(secret?.manifest.metadata.annotations, undefined);
});

Deno.test("renderUnits() keeps objects with errors as they are on the branch", () => {
  const broken = new Set(["example.com/Gadget/tools/a"]);
  const unit = renderedUnit(inputOf(DEFINITIONS, { broken }), "layer platform");
  assertEquals(unit.retained.map(({ kind }) => kind), ["Gadget"]);
  assertEquals(names(unit).applied.includes("Gadget a"), false);
});

Deno.test("renderUnits() keeps the sources of clusters that fail", () => {
  const cluster = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: gone, credential: aws, config: {}}
`;
  const input = inputOf(DEFINITIONS + cluster, {
    config: { applyLevel: "helmrelease" },
  });
  assert(renderedUnit(input, "layer sources").keepsOthers);
  const without = inputOf(DEFINITIONS);
  assert(!renderedUnit(without, "layer sources").keepsOthers);
});
