/**
 * Which files of a chart a dry source can hold.
 *
 * @module
 */

/** Pictures, which charts carry for catalogs and no template reads. */
const PICTURE = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)$/i;

/**
 * Whether a file of a chart comes along when the chart is vendored, and counts
 * for the digest of its files: pictures and what lies in hidden directories do
 * neither.
 *
 * @param path The path within the chart.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isVendoredFile("templates/_helpers.tpl"));
 * assert(isVendoredFile(".helmignore"));
 * assert(!isVendoredFile("logo.png"));
 * assert(!isVendoredFile(".github/workflows/ci.yaml"));
 * ```
 */
export function isVendoredFile(path: string): boolean {
  const directories = path.split("/").slice(0, -1);
  return !PICTURE.test(path) &&
    !directories.some((name) => name.startsWith("."));
}

/**
 * The directory of a vendored chart.
 *
 * @param chart The chart's own name and version.
 * @returns The path from the root of the dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(vendoredPath({ name: "dns", version: "1.0.0" }), "charts/dns-1.0.0");
 * ```
 */
export function vendoredPath(
  chart: { readonly name: string; readonly version: string },
): string {
  return `charts/${chart.name}-${chart.version}`;
}

/**
 * Whether a directory is one that a chart is vendored in, so that all of it is
 * the chart's.
 *
 * @param path The path from the root of the dry source.
 * @returns Whether it has the form of {@linkcode vendoredPath}.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isVendoredPath("charts/dns-1.0.0/"));
 * assert(!isVendoredPath("charts/dns/"));
 * assert(!isVendoredPath("clusters/dns-1.0.0/"));
 * ```
 */
export function isVendoredPath(path: string): boolean {
  return /^charts\/[^/]+-v?\d+(?:\.\d+)*[^/]*\/?$/.test(path);
}
