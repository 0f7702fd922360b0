/**
 * Orders of keys.
 *
 * @module
 */

const HEAD: readonly string[] = ["apiVersion", "kind", "metadata"];
const LETTER = /^\p{L}/u;
const DIGIT = /^\p{Nd}/u;

/**
 * The keys of an object in canonical order.
 *
 * @param keys The keys.
 * @returns `apiVersion`, `kind` and `metadata`, then the others by code unit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(canonicalOrder(["spec", "kind", "data"]), ["kind", "data", "spec"]);
 * ```
 */
export function canonicalOrder(keys: readonly string[]): string[] {
  const head = HEAD.filter((key) => keys.includes(key));
  return head.concat(keys.filter((key) => !HEAD.includes(key)).sort());
}

/**
 * Compares two keys as Go's YAML sorts them: letters after other characters,
 * runs of digits by their number.
 *
 * @param a One key.
 * @param b The other.
 * @returns Below 0 where `a` comes first, above 0 where `b` does.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(["a10", "a2", "a-b", "B"].sort(compareGoKeys), ["B", "a-b", "a2", "a10"]);
 * ```
 */
export function compareGoKeys(a: string, b: string): number {
  return compareKeys(a, b, () => false);
}

/**
 * Compares two keys as Go's yaml.v3 sorts them: as the others, but letters that
 * follow a digit come first.
 *
 * @param a One key.
 * @param b The other.
 * @returns Below 0 where `a` comes first, above 0 where `b` does.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(["1.2", "1e3", "a"].sort(compareGoPrettyKeys), ["1e3", "1.2", "a"]);
 * ```
 */
export function compareGoPrettyKeys(a: string, b: string): number {
  return compareKeys(a, b, (at) => DIGIT.test(a.charAt(at - 1)));
}

function compareKeys(
  a: string,
  b: string,
  prefersLetters: (at: number) => boolean,
): number {
  const shared = Math.min(a.length, b.length);
  let at = 0;
  while (at < shared && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === shared) return a.length - b.length;
  const [aLetter, bLetter] = [isLetter(a, at), isLetter(b, at)];
  const byCode = codeAt(a, at) - codeAt(b, at);
  if (aLetter && bLetter) return byCode;
  if (aLetter || bLetter) return bLetter !== prefersLetters(at) ? -1 : 1;
  const [aRun, bRun] = [digitRun(a, at), digitRun(b, at)];
  const lead = followsNonZero(a, b, at) ? "1" : "";
  const byNumber = Number(lead + aRun) - Number(lead + bRun);
  return byNumber || aRun.length - bRun.length || byCode;
}

/** A zero within a number counts; one that leads it does not. */
function followsNonZero(a: string, b: string, at: number): boolean {
  if (a[at] !== "0" && b[at] !== "0") return false;
  return /[1-9]/.test(/\d*$/.exec(a.slice(0, at))?.[0] ?? "");
}

function digitRun(text: string, at: number): string {
  let end = at;
  while (end < text.length && DIGIT.test(text.charAt(end))) end++;
  return text.slice(at, end);
}

function isLetter(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  return LETTER.test(String.fromCodePoint(code));
}

function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}
