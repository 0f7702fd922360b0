/**
 * The dry source: from a tree of files to definitions with their origins.
 *
 * @module
 */

export * from "./acknowledgements.ts";
export * from "./branch_name.ts";
export * from "./config_schema.ts";
export * from "./dry_source.ts";
export * from "./dry_tree.ts";
export * from "./environments.ts";
export { chartDirectories } from "./file_role.ts";
export * from "./installation.ts";
export * from "./installed.ts";
export * from "./read_config.ts";
export * from "./read_dry_source.ts";
export * from "./registry_secrets.ts";
export * from "./render_config.ts";
export * from "./rules.ts";
export * from "./unassigned.ts";
