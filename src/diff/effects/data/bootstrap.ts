/**
 * What machines are bootstrapped by: read when a machine is made, refused by
 * nobody, and without effect on machines that run.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";

const BOOTSTRAP = "bootstrap.cluster.x-k8s.io";

/** Fields by which machines are bootstrapped. */
export const BOOTSTRAPPING: readonly FieldRow[] = [
  ...[
    "K0sWorkerConfigTemplate",
    "KubeadmConfigTemplate",
    "NodeadmConfigTemplate",
    "EKSConfigTemplate",
  ].map((kind): FieldRow => ({
    group: BOOTSTRAP,
    kind,
    path: "spec",
    effect: "in-place",
    rule: "effects/bootstrap-template",
    summary: "new workers are set up another way",
    warning:
      "Workers that run keep the old configuration until they are replaced",
    why:
      "A template of bootstrap configurations is read when a machine is made; nothing refuses the change",
    source:
      "cluster-api: bootstrap/kubeadm/webhooks/admission/kubeadmconfigtemplate.go; k0smotron has no webhook for its own",
  })),
  ...["K0sWorkerConfig", "K0sControllerConfig"].map((kind): FieldRow => ({
    group: BOOTSTRAP,
    kind,
    path: "spec",
    effect: "in-place",
    rule: "effects/bootstrap-template",
    summary: "the machine would be set up another way",
    warning: "A machine that runs keeps what it was set up with",
    why: "A machine is bootstrapped once",
    source:
      "cluster-api.sigs.k8s.io/developer/providers/contracts/bootstrap-config",
  })),
];
