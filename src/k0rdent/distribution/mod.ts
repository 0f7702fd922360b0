/**
 * What KCM copies from its namespace to others: AccessManagement, template
 * chains, and the identities of Credentials.
 *
 * @module
 */

export { accessManagement } from "./access_copies.ts";
export * from "./distribute.ts";
export * from "./distributed_objects.ts";
export * from "./target_namespaces.ts";
