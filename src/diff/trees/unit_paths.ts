/**
 * Which unit a file of the rendered tree belongs to.
 *
 * @module
 */

/**
 * Where the record of a file's unit stands.
 *
 * @param path The path of a file, from the tree's root.
 * @returns The path of the `unit.json`, or `undefined` for files of no unit, as
 * those at the root.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(recordPathOf("review/prod/eu1/cluster.yaml"), "clusters/prod/eu1/unit.json");
 * assertEquals(recordPathOf("review/_shared/sources/a.yaml"), "layers/sources/unit.json");
 * assertEquals(recordPathOf("README.md"), undefined);
 * ```
 */
export function recordPathOf(path: string): string | undefined {
  const [top, parent, name, ...rest] = path.split("/");
  if (top === "flux") return "flux/unit.json";
  if (top === "layers" && name !== undefined) {
    return `layers/${parent}/unit.json`;
  }
  if (rest.length === 0) return undefined;
  if (top === "review" && parent === "_shared") {
    return `layers/${name}/unit.json`;
  }
  return top === "clusters" || top === "review"
    ? `clusters/${parent}/${name}/unit.json`
    : undefined;
}
