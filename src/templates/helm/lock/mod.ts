/**
 * Which charts a dry source is rendered with: what its templates ask for, and
 * what `k0render.lock` pins for them.
 *
 * @module
 */

export * from "./chart_request.ts";
export * from "./lock.ts";
export { digestOfFiles, packChart } from "./pack.ts";
export * from "./read_lock.ts";
export * from "./rules.ts";
export * from "./values_files.ts";
export * from "./vendored_file.ts";
