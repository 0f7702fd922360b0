/**
 * The little Markdown that generated documents need.
 *
 * @module
 */

/**
 * A table.
 *
 * @param header The titles of the columns.
 * @param rows The rows; every cell is Markdown already.
 * @returns The table's lines.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(table(["a"], [["x|y"]]), "| a |\n| --- |\n| x\\|y |");
 * ```
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)]
    .join("\n");
}

/**
 * Text as code.
 *
 * @param text The text.
 * @returns A code span.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(code("a"), "`a`");
 * ```
 */
export function code(text: string): string {
  return `\`${text}\``;
}

/**
 * The anchor that forges give to a heading.
 *
 * @param heading The heading's text.
 * @returns What stands behind the `#` of a link to it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(anchor("yaml/duplicate-key"), "yamlduplicate-key");
 * assertEquals(anchor("Why positions are lazy"), "why-positions-are-lazy");
 * ```
 */
export function anchor(heading: string): string {
  return heading.toLowerCase()
    .replace(/[^\p{L}\p{N}\-_ ]/gu, "")
    .replaceAll(" ", "-");
}

/**
 * Text in the house's format, as `deno fmt` leaves it.
 *
 * @param text Markdown.
 * @returns The same document, formatted.
 */
export async function formatted(text: string): Promise<string> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext", "md", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
  const { success, stdout, stderr } = await process.output();
  if (success) return new TextDecoder().decode(stdout);
  throw new Error(
    `Cannot format a document: ${new TextDecoder().decode(stderr)}`,
  );
}
