/**
 * Where charts come from: HTTP repositories, OCI registries and Git
 * repositories, as far as the operator lets k0render connect to them.
 *
 * ```text
 * resolve   request → repository, registry or Git → archive → cache
 * load      locked chart → cache, or the same sources → digest check
 * ```
 *
 * @module
 */

export { type FetchedChart } from "./chart_files.ts";
export * from "./charts.ts";
export {
  type AllowedHost,
  type HostCredentials,
  parseOrigin,
} from "./egress/allowed_host.ts";
export * from "./egress/egress.ts";
export { isNetwork } from "./egress/network.ts";
export type { Availability } from "./unavailable.ts";
