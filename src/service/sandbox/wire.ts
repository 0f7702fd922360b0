/**
 * Messages as lines of JSON. Integers keep all their digits: in manifests they
 * are `bigint` where a number cannot hold them.
 *
 * @module
 */

/** What a reviver is told beside key and value. */
interface Context {
  /** The number as it was written. */
  readonly source?: string;
}

const raw = JSON as typeof JSON & { rawJSON(text: string): unknown };

/**
 * Writes a message.
 *
 * @param message What JSON can hold, and `bigint`.
 * @returns One line, without its line feed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(writeMessage({ size: 2n ** 64n }), '{"size":18446744073709551616}');
 * ```
 */
export function writeMessage(message: unknown): string {
  return JSON.stringify(
    message,
    (_, value) => typeof value === "bigint" ? raw.rawJSON(`${value}`) : value,
  );
}

/**
 * Reads a message.
 *
 * @param line One line.
 * @returns What was written.
 * @throws {SyntaxError} If it is no JSON.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readMessage('{"size":18446744073709551616}'), { size: 2n ** 64n });
 * assertEquals(readMessage('{"size":1e3}'), { size: 1000 });
 * ```
 */
export function readMessage(line: string): unknown {
  // Only what has a long number can have one that does not fit.
  return /\d{16}/.test(line) ? JSON.parse(line, revive) : JSON.parse(line);
}

function revive(_: string, value: unknown, context?: Context): unknown {
  const isExact = typeof value !== "number" || Number.isSafeInteger(value);
  if (isExact || !/^-?\d+$/.test(context?.source ?? "")) return value;
  return BigInt(context?.source ?? "");
}
