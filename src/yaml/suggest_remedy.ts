/**
 * Ways out of the usual mistakes in YAML, told from the line they stand on.
 *
 * @module
 */

const QUOTE_IT = "Quote the value if it is meant as text";

/** The first that fits the broken line says what to do. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^ *\t/, "Indent with spaces; YAML allows no tab there"],
  [/\{\{/, 'Quote the value: "{{ … }}"; unquoted, { opens a map'],
  [/:\s+[@`%]/, `${QUOTE_IT}: no plain value may begin with @, \` or %`],
  [/:\s+\*(?:\s|$)/, 'Quote the asterisk: "*"; unquoted, * begins an alias'],
  [/:\s+[^"'#|>{[]*:(?:\s|$)/, `${QUOTE_IT}: it contains a colon and a space`],
  [/^\s*[\w.-]+:[^\s/]/, "Put a space after the colon"],
  [/:\s+"[^"]*"\S/, 'Escape the inner quotation marks as \\"'],
  [/:\s+'[^']*'\S/, "Double the inner apostrophes: ''"],
  [/\t/, "Replace the tab by spaces"],
  [/^<{7}|^={7}|^>{7}/, "Resolve the merge conflict"],
];

/**
 * Suggests how to repair a text that does not parse.
 *
 * @param text The text.
 * @param offset Where the parser gave up.
 * @returns The remedy; `undefined` where the line shows no usual mistake.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(suggestRemedy("a: 1\n\tb: 2\n", 5), "Indent with spaces; YAML allows no tab there");
 * ```
 */
export function suggestRemedy(
  text: string,
  offset: number,
): string | undefined {
  const lines = [lineAt(text, offset), lineBefore(text, offset)];
  for (const line of lines) {
    const remedy = REMEDIES.find(([mistake]) => mistake.test(line));
    if (remedy !== undefined) return remedy[1];
  }
  return undefined;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}

function lineBefore(text: string, offset: number): string {
  const end = text.lastIndexOf("\n", offset - 1);
  return end <= 0 ? "" : lineAt(text, end - 1);
}
