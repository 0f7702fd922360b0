import { relative, resolve } from "@std/path";
import { isDryPath } from "../source/mod.ts";

/**
 * Whether what is written to a directory would be taken for definitions by the
 * next render.
 *
 * @param directory The directory that is written to.
 * @param source The directory that definitions are read from.
 * @returns Whether the one is in the other; no definitions are read from
 * directories whose name begins with a dot.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isReadAgain("fleet/rendered", "fleet"));
 * assert(!isReadAgain("fleet/.rendered", "fleet"));
 * assert(!isReadAgain("rendered", "fleet"));
 * ```
 */
export function isReadAgain(directory: string, source: string): boolean {
  const path = relative(resolve(source), resolve(directory));
  return path !== "" && isDryPath(`${path.replaceAll("\\", "/")}/a.yaml`);
}
