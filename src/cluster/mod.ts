/**
 * A read-only view of a management cluster: what a kubeconfig leads to, and
 * the CRDs that are there. Nothing here can write.
 *
 * @module
 */

export * from "./connection.ts";
export * from "./kubeconfig.ts";
export * from "./list_crds.ts";
