/** What was heard last, and forgotten when there is too much of it. */
export interface Recent<Value> {
  /**
   * What was heard.
   *
   * @param key Of what.
   * @returns The value, if it is still known.
   */
  get(key: string): Value | undefined;
  /**
   * Remembers.
   *
   * @param key Of what.
   * @param value The value.
   */
  set(key: string, value: Value): void;
}

/** Far more than a repository has open, and little memory. */
const DEFAULT_SIZE = 5000;

/**
 * Makes a memory that stays small. It can be lost at any time.
 *
 * @param size How much it holds.
 * @returns The memory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const recent = makeRecent<number>(2);
 * for (const key of ["a", "b", "c"]) recent.set(key, 1);
 * assertEquals(recent.get("a"), undefined);
 * assertEquals(recent.get("c"), 1);
 * ```
 */
export function makeRecent<Value>(size: number = DEFAULT_SIZE): Recent<Value> {
  const values = new Map<string, Value>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest = key] = values.keys();
      if (values.size > size) values.delete(oldest);
    },
  };
}
