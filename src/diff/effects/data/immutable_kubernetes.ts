/**
 * Fields of Kubernetes' own kinds that the API server lets nobody change.
 *
 * @module
 */

import type { FieldRow, RowCondition } from "../field_rule.ts";

const VALIDATION = "kubernetes: pkg/apis/*/validation/validation.go";
const CONCEPTS = "kubernetes.io/docs/concepts";

/** Group, kind, field, why, where that is written, and what is left out. */
type Row = readonly [
  string,
  string,
  string,
  string,
  string,
  { except?: readonly string[]; when?: RowCondition }?,
];

const ROWS: readonly Row[] = [
  [
    "batch",
    "Job",
    "spec.template",
    "A Job's pods are made once",
    `${CONCEPTS}/workloads/controllers/job`,
  ],
  [
    "batch",
    "Job",
    "spec.selector",
    "A Job finds its pods by it",
    `${CONCEPTS}/workloads/controllers/job`,
  ],
  [
    "batch",
    "Job",
    "spec.completionMode",
    "A Job counts its pods by it",
    VALIDATION,
  ],
  [
    "",
    "Service",
    "spec.clusterIP",
    "Clients know the address",
    `${CONCEPTS}/services-networking/service`,
    { when: "was-set" },
  ],
  [
    "apps",
    "Deployment",
    "spec.selector",
    "Pods would be left behind",
    `${CONCEPTS}/workloads/controllers/deployment`,
  ],
  [
    "apps",
    "DaemonSet",
    "spec.selector",
    "Pods would be left behind",
    `${CONCEPTS}/workloads/controllers/daemonset`,
  ],
  [
    "apps",
    "ReplicaSet",
    "spec.selector",
    "Pods would be left behind",
    `${CONCEPTS}/workloads/controllers/replicaset`,
  ],
  [
    "apps",
    "StatefulSet",
    "spec",
    "Pods and volumes are bound to it",
    VALIDATION,
    {
      except: [
        "spec.replicas",
        "spec.ordinals",
        "spec.template",
        "spec.updateStrategy",
        "spec.revisionHistoryLimit",
        "spec.persistentVolumeClaimRetentionPolicy",
        "spec.minReadySeconds",
      ],
    },
  ],
  [
    "",
    "PersistentVolumeClaim",
    "spec",
    "The volume is there already",
    VALIDATION,
    {
      except: ["spec.resources.requests", "spec.volumeAttributesClassName"],
    },
  ],
  [
    "storage.k8s.io",
    "StorageClass",
    "provisioner",
    "Volumes were made by it",
    VALIDATION,
  ],
  [
    "storage.k8s.io",
    "StorageClass",
    "parameters",
    "Volumes were made by it",
    VALIDATION,
  ],
  [
    "storage.k8s.io",
    "StorageClass",
    "reclaimPolicy",
    "Volumes were made by it",
    VALIDATION,
  ],
  [
    "storage.k8s.io",
    "StorageClass",
    "volumeBindingMode",
    "Volumes were made by it",
    VALIDATION,
  ],
  [
    "",
    "Secret",
    "type",
    "Readers rely on it",
    VALIDATION,
    { when: "was-set" },
  ],
  [
    "",
    "Secret",
    "data",
    "The Secret says immutable: true",
    `${CONCEPTS}/configuration/secret`,
    { when: "was-immutable" },
  ],
  [
    "",
    "Secret",
    "stringData",
    "The Secret says immutable: true",
    `${CONCEPTS}/configuration/secret`,
    { when: "was-immutable" },
  ],
  [
    "",
    "Secret",
    "immutable",
    "It cannot be taken back",
    `${CONCEPTS}/configuration/secret`,
    { when: "was-immutable" },
  ],
  [
    "",
    "ConfigMap",
    "data",
    "The ConfigMap says immutable: true",
    `${CONCEPTS}/configuration/configmap`,
    { when: "was-immutable" },
  ],
  [
    "",
    "ConfigMap",
    "binaryData",
    "The ConfigMap says immutable: true",
    `${CONCEPTS}/configuration/configmap`,
    { when: "was-immutable" },
  ],
  [
    "",
    "ConfigMap",
    "immutable",
    "It cannot be taken back",
    `${CONCEPTS}/configuration/configmap`,
    { when: "was-immutable" },
  ],
  [
    "rbac.authorization.k8s.io",
    "RoleBinding",
    "roleRef",
    "Who may bind one role might not bind another",
    "kubernetes.io/docs/reference/access-authn-authz/rbac",
  ],
  [
    "rbac.authorization.k8s.io",
    "ClusterRoleBinding",
    "roleRef",
    "Who may bind one role might not bind another",
    "kubernetes.io/docs/reference/access-authn-authz/rbac",
  ],
  [
    "scheduling.k8s.io",
    "PriorityClass",
    "value",
    "Pods were given it",
    VALIDATION,
  ],
  [
    "node.k8s.io",
    "RuntimeClass",
    "handler",
    "Pods run by it",
    VALIDATION,
  ],
  [
    "networking.k8s.io",
    "IngressClass",
    "spec.controller",
    "Ingresses belong to it",
    VALIDATION,
  ],
  [
    "apiextensions.k8s.io",
    "CustomResourceDefinition",
    "spec.scope",
    "Objects of the kind are stored that way",
    VALIDATION,
  ],
  [
    "apiextensions.k8s.io",
    "CustomResourceDefinition",
    "spec.group",
    "It is part of the definition's name",
    VALIDATION,
  ],
];

/** Fields of Kubernetes' own kinds that may not change. */
export const IMMUTABLE_KUBERNETES: readonly FieldRow[] = ROWS.map(
  ([group, kind, path, why, source, more = {}]) => ({
    group,
    kind,
    path,
    ...more,
    effect: "will-fail",
    rule: "effects/immutable-field",
    summary: `${path} is immutable`,
    why,
    source,
  }),
);
