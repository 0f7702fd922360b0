/**
 * The words of a text, as huandu/xstrings parts them.
 *
 * @module
 */

/** What a word is made of. */
export type WordKind =
  | "connector"
  | "punctuation"
  | "upper"
  | "alphabet"
  | "number"
  | "other";

/** A word. */
export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const SPACE =
  "\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
const IDEOGRAPH = "\\u3400-\\u4D85\\u4E00-\\u9FCC\\u{20000}-\\u{2B81D}";
const LETTER = `[\\p{L}--[\\p{Lu}${IDEOGRAPH}]]`;
const CONNECTOR = `[\\-_${SPACE}]`;
const CAPITALS = `\\p{Lu}+(?=\\p{Lu}${LETTER})|\\p{Lu}{2,}|\\p{Lu}${LETTER}*`;
const OTHER = `[\\p{Any}--[${CONNECTOR}\\p{P}\\p{Lu}${LETTER}\\p{N}]]`;

const WORD = new RegExp(
  `(?<connector>${CONNECTOR}+)|(?<punctuation>\\p{P}+)|` +
    `(?<upper>${CAPITALS})|(?<alphabet>${LETTER}+)|(?<number>\\p{N}+)|` +
    `(?<other>${OTHER}+)`,
  "gv",
);

/**
 * Parts a text into words: `HTTPServer2` into `HTTP`, `Server` and `2`.
 *
 * @param text The text.
 * @returns The words, which make up the whole text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(wordsOf("aB_1").map(({ kind }) => kind), [
 *   "alphabet",
 *   "upper",
 *   "connector",
 *   "number",
 * ]);
 * ```
 */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: whole, groups = {} }) => {
    const [kind] = Object.entries(groups).find(([, part]) =>
      part !== undefined
    ) ??
      ["other"];
    return { kind: kind as WordKind, text: whole };
  });
}

/**
 * Whether a character stands between words.
 *
 * @param char The character.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isConnector("-"));
 * ```
 */
export function isConnector(char: string): boolean {
  return IS_CONNECTOR.test(char);
}

const IS_CONNECTOR = new RegExp(`^${CONNECTOR}$`, "v");
