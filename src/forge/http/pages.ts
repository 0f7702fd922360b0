/**
 * Lists that come in pages.
 *
 * @module
 */

/** A page, and where the next one is. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** What asks for the next page; left out on the last one. */
  readonly next?: string | undefined;
}

/** A list, as far as it was read. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  /** Whether there is more. */
  readonly truncated: boolean;
}

/**
 * Reads pages to the end, or to a bound.
 *
 * @param read Reads one page: the first without, the others with what the
 * page before them named.
 * @param options Where reading begins, and how many pages are read at most.
 * @returns The items.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const pages = new Map([["1", { items: [1], next: "2" }], ["2", { items: [2] }]]);
 * const read = (page: string) =>
 *   Promise.resolve(pages.get(page) ?? { items: [] });
 * assertEquals(await readPages(read, { first: "1", maxPages: 9 }), {
 *   items: [1, 2],
 *   truncated: false,
 * });
 * ```
 */
export async function readPages<Item>(
  read: (page: string) => Promise<Page<Item>>,
  options: { readonly first: string; readonly maxPages: number },
): Promise<Listing<Item>> {
  const items: Item[] = [];
  let next: string | undefined = options.first;
  for (let page = 0; page < options.maxPages; page += 1) {
    const { items: more, next: following }: Page<Item> = await read(next);
    items.push(...more);
    if (following === undefined) return { items, truncated: false };
    next = following;
  }
  return { items, truncated: true };
}

/**
 * The next page, by a `Link` header.
 *
 * @param headers The headers of an answer.
 * @returns Its URL, or `undefined` on the last page.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const link = '<https://a.example/?page=1>; rel="prev", <https://a.example/?page=3>; rel="next"';
 * assertEquals(nextByLink(new Headers({ link })), "https://a.example/?page=3");
 * ```
 */
export function nextByLink(headers: Headers): string | undefined {
  const link = headers.get("link") ?? "";
  return /<([^<>]*)>;\s*rel="next"/.exec(link)?.[1];
}
