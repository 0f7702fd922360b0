/**
 * Kinds of objects that others live from: what it does when they go.
 *
 * @module
 */

/** What the deletion of an object of a kind does. */
export interface RemovalRow {
  /** The API group; `""` is the core group. */
  readonly group: string;
  /** The kind; a `*` at the beginning stands for any beginning. */
  readonly kind: string;
  /** What happens, in a few words. */
  readonly summary: string;
}

/** Kinds whose deletion takes more than the object itself. */
export const REMOVALS: readonly RemovalRow[] = [
  {
    group: "",
    kind: "Namespace",
    summary: "deleted, with everything in it",
  },
  {
    group: "apiextensions.k8s.io",
    kind: "CustomResourceDefinition",
    summary: "deleted, with all objects of its kind",
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "Management",
    summary: "deleted, with the platform that it describes",
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "Region",
    summary: "deleted, with the platform in its cluster",
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "Credential",
    summary:
      "deleted: clusters that use it can no longer be changed or deleted",
  },
  {
    group: "infrastructure.cluster.x-k8s.io",
    kind: "*Identity",
    summary:
      "deleted: clusters that use it can no longer be changed or deleted",
  },
  {
    group: "",
    kind: "Secret",
    summary: "deleted: what reads it can no longer be changed or deleted",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "Cluster",
    summary: "deleted, with its machines and all that runs on them",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "MachineDeployment",
    summary: "deleted, with its machines",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "MachinePool",
    summary: "deleted, with its machines",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "Machine",
    summary: "deleted, with what runs on it",
  },
  {
    group: "",
    kind: "PersistentVolumeClaim",
    summary: "deleted, with its volume where nothing retains it",
  },
];
