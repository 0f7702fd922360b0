/**
 * The addresses of a forge and of a repository on it.
 *
 * @module
 */

/**
 * Takes the name of a repository apart.
 *
 * @param repository The name, such as `team/fleet`.
 * @param parts How many parts it has.
 * @returns The parts.
 * @throws {TypeError} If it has others.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * assertEquals(repositoryParts("team/fleet", 2), ["team", "fleet"]);
 * assertThrows(() => repositoryParts("fleet", 2), TypeError);
 * ```
 */
export function repositoryParts(repository: string, parts: 2): [string, string];
export function repositoryParts(
  repository: string,
  parts: 3,
): [string, string, string];
export function repositoryParts(repository: string, parts: number): string[] {
  const found = repository.split("/");
  if (found.length === parts && !found.includes("")) return found;
  throw new TypeError(
    `Cannot use "${repository}" as a repository: it needs ${parts} parts between slashes`,
  );
}

/**
 * A name with slashes, such as that of a branch, as part of a URL's path.
 *
 * @param name The name.
 * @returns It, encoded but for the slashes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(encodePath("preview/a b#1"), "preview/a%20b%231");
 * ```
 */
export function encodePath(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}

/**
 * An address that paths are put behind.
 *
 * @param url The address.
 * @returns It, without a slash at the end.
 * @throws {TypeError} If it is no HTTP URL, or has credentials in it.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * assertEquals(webRoot("https://git.example/sub/"), "https://git.example/sub");
 * assertThrows(() => webRoot("https://me:secret@git.example"), TypeError);
 * ```
 */
export function webRoot(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new TypeError("Cannot use the address of a forge: it is no HTTP URL");
  }
  if (parsed.username !== "" || parsed.password !== "") {
    throw new TypeError(
      "Cannot use the address of a forge: it has credentials in it",
    );
  }
  return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, "");
}

/**
 * The root of an API, that paths are relative to.
 *
 * @param url The root.
 * @returns The root, with one slash at the end.
 * @throws {TypeError} As {@linkcode webRoot}.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(apiRoot("https://git.example/api/v1").href, "https://git.example/api/v1/");
 * ```
 */
export function apiRoot(url: string): URL {
  return new URL(`${webRoot(url)}/`);
}
