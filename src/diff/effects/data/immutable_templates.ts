/**
 * Templates of Cluster API providers: machines are made from them, so their
 * webhooks let nobody change them. A change needs a new template with a new
 * name, and a reference to it.
 *
 * Templates of bootstrap configurations are not among them: see `rollouts.ts`.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";

/** Kind, field, and where that is written. */
type Row = readonly [string, string, string];

const INNER = "spec.template.spec";

const ROWS: readonly Row[] = [
  [
    "AWSMachineTemplate",
    INNER,
    "cluster-api-provider-aws: webhooks/awsmachinetemplate_webhook.go",
  ],
  [
    "AzureMachineTemplate",
    INNER,
    "cluster-api-provider-azure: internal/webhooks/azuremachinetemplate_webhook.go",
  ],
  [
    "OpenStackMachineTemplate",
    INNER,
    "cluster-api-provider-openstack: pkg/webhooks/openstackmachinetemplate_webhook.go",
  ],
  [
    "GCPMachineTemplate",
    "spec",
    "cluster-api-provider-gcp: webhooks/gcpmachinetemplate_webhook.go",
  ],
  [
    "VSphereMachineTemplate",
    INNER,
    "cluster-api-provider-vsphere: internal/webhooks/vspheremachinetemplate.go",
  ],
  [
    "KubevirtMachineTemplate",
    "spec",
    "cluster-api-provider-kubevirt: pkg/webhookhandler/validator.go",
  ],
  [
    "DevMachineTemplate",
    INNER,
    "cluster-api: test/infrastructure/docker/webhooks/admission/devmachinetemplate.go",
  ],
  [
    "AWSClusterTemplate",
    "spec",
    "cluster-api-provider-aws: webhooks/awsclustertemplate_webhook.go",
  ],
  [
    "AzureClusterTemplate",
    INNER,
    "cluster-api-provider-azure: internal/webhooks/azureclustertemplate_webhook.go",
  ],
  [
    "OpenStackClusterTemplate",
    INNER,
    "cluster-api-provider-openstack: pkg/webhooks/openstackclustertemplate_webhook.go",
  ],
  [
    "GCPClusterTemplate",
    "spec",
    "cluster-api-provider-gcp: webhooks/gcpclustertemplate_webhook.go",
  ],
  [
    "VSphereClusterTemplate",
    "spec",
    "cluster-api-provider-vsphere: internal/webhooks/vsphereclustertemplate.go",
  ],
  [
    "*MachineTemplate",
    INNER,
    "cluster-api.sigs.k8s.io/developer/providers/contracts/infra-machine",
  ],
];

/** Templates that may not change under the same name. */
export const IMMUTABLE_TEMPLATES: readonly FieldRow[] = ROWS.map(
  ([kind, path, source]) => ({
    group: "infrastructure.cluster.x-k8s.io",
    kind,
    path,
    effect: "will-fail",
    rule: "effects/immutable-field",
    summary: `${path} is immutable and the template keeps its name`,
    why: "Machines were made from it: another one needs another name",
    source,
  }),
);
