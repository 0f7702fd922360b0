/**
 * The service: the pipeline from a dry source to a rendered branch, and the
 * loop around it.
 *
 * ```text
 * readDryCommit → prepareSource → prepareEnvironment → renderEnvironment
 *   → renderBranch            one environment, committed and pushed
 * renderRepository            all environments of a repository
 * watchRepository             again, whenever a branch has moved
 * ```
 *
 * @module
 */

export * from "./built_in.ts";
export * from "./charts/access.ts";
export * from "./charts/lock_charts.ts";
export * from "./charts/pin_charts.ts";
export * from "./charts/requests.ts";
export * from "./charts/vendor_charts.ts";
export * from "./check_schemas.ts";
export * from "./cluster_schemas.ts";
export * from "./compare/mod.ts";
export * from "./demo.ts";
export * from "./dry_commit.ts";
export * from "./explain.ts";
export * from "./forge/forge_config.ts";
export * from "./forge/fork_policy.ts";
export * from "./forge/open_configured_forge.ts";
export * from "./hints.ts";
export * from "./init_directory.ts";
export * from "./located.ts";
export * from "./prepare.ts";
export * from "./read_source.ts";
export type { ToldPreview } from "./preview/tell_preview.ts";
export * from "./pulse.ts";
export * from "./render_branch.ts";
export * from "./render_environment.ts";
export * from "./render_repository.ts";
export * from "./schemas.ts";
export * from "./transition_findings.ts";
export * from "./serve.ts";
export * from "./service_config.ts";
export * from "./watch.ts";
export * from "./workspace.ts";
export * from "./write_directory.ts";
