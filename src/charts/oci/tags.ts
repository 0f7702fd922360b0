/**
 * The tags of a repository, which are the versions of its chart.
 *
 * @module
 */

import { z } from "zod";
import { FETCH_LIMITS } from "../limits.ts";
import { Unavailable } from "../unavailable.ts";
import { readJson, type Registry } from "./registry.ts";

const tagsSchema = z.object({ tags: z.array(z.string()).nullish() });

const PAGE = 1000;

/**
 * Lists the tags of a repository.
 *
 * @param registry The repository.
 * @returns All its tags.
 * @throws {Unavailable} If it has too many, or the answer is no list.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { Unavailable } from "../unavailable.ts";
 * const registry = {
 *   name: "https://ghcr.io/team/charts/dns",
 *   ask: ({ path }: { path: string }) =>
 *     Promise.reject(new Unavailable(`there is no "${path}"`)),
 * };
 * await assertRejects(() => listTags(registry), Unavailable, "tags/list");
 * ```
 */
export async function listTags(registry: Registry): Promise<string[]> {
  const tags: string[] = [];
  let path: string | undefined = `tags/list?n=${PAGE}`;
  for (let page = 0; path !== undefined; page += 1) {
    if (page === FETCH_LIMITS.tagPages) {
      throw new Unavailable(`"${registry.name}" has too many tags`);
    }
    const answer = await registry.ask({ path });
    const result = tagsSchema.safeParse(readJson(answer));
    if (!result.success) {
      throw new Unavailable(`"${registry.name}" does not list its tags`);
    }
    tags.push(...result.data.tags ?? []);
    path = nextPage(answer.header("link"));
  }
  return tags;
}

/**
 * Of the link to the next page only the query is taken, so that it leads
 * nowhere else.
 */
function nextPage(link: string | undefined): string | undefined {
  const [, target] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? "") ?? [];
  if (target === undefined) return undefined;
  const query = URL.parse(target, "https://registry.invalid/")?.search;
  return query ? `tags/list${query}` : undefined;
}

/**
 * The tag of a version: a tag cannot have a `+`.
 *
 * @param version The version.
 * @returns The tag, as Helm writes it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(tagOf("1.2.3+build.4"), "1.2.3_build.4");
 * ```
 */
export function tagOf(version: string): string {
  return version.replaceAll("+", "_");
}

/**
 * The version that a tag stands for.
 *
 * @param tag The tag.
 * @returns The version.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(versionOf("1.2.3_build.4"), "1.2.3+build.4");
 * ```
 */
export function versionOf(tag: string): string {
  return tag.replaceAll("_", "+");
}
