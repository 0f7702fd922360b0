/**
 * What a text must be before it is worth parsing.
 *
 * @module
 */

import type { YamlLimits } from "./limits.ts";
import type { YamlProblem } from "./yaml_error.ts";

const MAX_BYTES_PER_UNIT = 3;

// Go's reader refuses control characters anywhere, also in comments.
const CONTROL = /[[\p{Cc}\u2028\u2029\uFFFE\uFFFF]--[\t\n\r]]|(?<!^)\uFEFF/v;

/**
 * Looks for what keeps a text from being YAML as a whole.
 *
 * @param text The text.
 * @param limits The limits; only the size matters here.
 * @returns The first problem; `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_LIMITS } from "./limits.ts";
 * assertEquals(checkCharacters("a: \0", DEFAULT_LIMITS)?.offset, 3);
 * ```
 */
export function checkCharacters(
  text: string,
  limits: YamlLimits,
): YamlProblem | undefined {
  if (isLongerThan(text, limits.maxBytes)) {
    return {
      message: `Cannot read the text: more than ${limits.maxBytes} bytes`,
      offset: 0,
      tooLarge: true,
    };
  }
  const offset = text.search(CONTROL);
  if (offset >= 0) return forbiddenCharacter(text, offset);
  if (text.isWellFormed()) return undefined;
  return forbiddenCharacter(text, text.search(/\p{Cs}/u));
}

function forbiddenCharacter(text: string, offset: number): YamlProblem {
  const code = text.charCodeAt(offset);
  const hex = code.toString(16).toUpperCase().padStart(4, "0");
  const escape = `\\u${hex}`;
  return {
    message: `Cannot read the character U+${hex}: ${reason(code)}`,
    offset,
    remedy: code === 0
      ? "Save the file as UTF-8 text"
      : `Remove it, or write "${escape}" in double quotes`,
  };
}

function reason(code: number): string {
  return code === 0x85 || code === 0x2028 || code === 0x2029
    ? "Kubernetes takes it for a line break, other readers do not"
    : "YAML does not allow it";
}

function isLongerThan(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * MAX_BYTES_PER_UNIT > maxBytes &&
    new TextEncoder().encode(text).length > maxBytes;
}
