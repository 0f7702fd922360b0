/**
 * The MultiClusterServices of the k0rdent catalog are rendered for a cluster
 * that they select, one by one and all together.
 */

import { assertEquals } from "@std/assert";
import {
  credentialFor,
  firstObject,
  readExamples,
  readRepeatedTemplates,
  readServiceTemplates,
} from "./examples.ts";
import { MODES, modeText } from "./modes.ts";
import { outcomeOf } from "./outcome.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("shared"));

/**
 * MultiClusterServices that name ServiceTemplates of releases that the catalog
 * of the same day does not have. The clusters they select are rendered.
 */
const OUTDATED: ReadonlySet<string> = new Set([
  "dapr-dashboard-example_ingress.yaml",
  "harbor-example_ingress.yaml",
  "jupyterhub-example_mlops.yaml",
  "kiali-example_traffic.yaml",
  "kserve-example.yaml",
  "kube-prometheus-stack-example_logs.yaml",
  "kubecost-example_ingress.yaml",
  "nvidia-example_inference.yaml",
  "open-webui-example_ingress.yaml",
  "opencost-example_ai_observability.yaml",
  "postgresql-example_ingress.yaml",
]);

const CLUSTER = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: kcm-system, labels: {group: demo}}
spec:
  template: adopted-cluster-1-0-2
  credential: adopted
  config: {}
`;

const examples = ignore ? new Map() : readExamples("multiclusterservices");
const surroundings = ignore ? {} : {
  "cluster.yaml": CLUSTER,
  "credential.yaml": credentialFor(firstObject(CLUSTER)),
  "templates.yaml": readServiceTemplates(),
};

for (const mode of MODES) {
  Deno.test({
    name: `each MultiClusterService of the catalog is rendered ${
      modeText(mode)
    }`,
    ignore,
    fn() {
      assertEquals(examples.size, 70);
      for (const [file, text] of examples) {
        const files = { ...surroundings, "service.yaml": text };
        const errors = OUTDATED.has(file) ? ["validate/missing-reference"] : [];
        assertEquals(
          { file, ...outcomeOf(runPipeline(files, mode), mode) },
          { file, errors, rendered: true, problems: [] },
        );
      }
    },
  });

  Deno.test({
    name: `the catalog is rendered for one cluster ${modeText(mode)}`,
    ignore,
    fn() {
      const files = { ...surroundings, ...Object.fromEntries(examples) };
      assertEquals(outcomeOf(runPipeline(files, mode), mode), {
        errors: ["validate/missing-reference"],
        rendered: true,
        problems: [],
      });
    },
  });
}

Deno.test({
  name: "templates that the catalog declares twice are named twice",
  ignore,
  fn() {
    const { findings } = runPipeline({ "a.yaml": readRepeatedTemplates() });
    const names = findings.map(({ finding }) => [
      finding.rule.id,
      finding.object?.name,
    ]);
    assertEquals(
      names,
      [
        "kyverno-guardrails-0-1-0",
        "kyverno-guardrails-0-1-0",
        "velero-8-1-0",
        "velero-11-1-0",
        "velero-12-1-0",
        "velero-8-1-0",
        "velero-11-1-0",
        "velero-12-1-0",
      ].map((name) => ["k0rdent/duplicate-object", name]),
    );
  },
});
