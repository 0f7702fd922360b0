/**
 * Where a secret is to be had: never in the configuration itself.
 *
 * @module
 */

import { z } from "zod";

/** Where a secret is: in a variable or in a file. */
export const secretSourceSchema = z.union([
  z.strictObject({
    env: z.string().min(1).describe("The environment variable that has it."),
  }),
  z.strictObject({
    file: z.string().min(1).describe("The file that has it."),
  }),
], "must be {env: NAME} or {file: PATH}");

/** Where a secret is. */
export type SecretSource = z.output<typeof secretSourceSchema>;

// A line break in a token would begin another header.
// deno-lint-ignore no-control-regex -- control characters are what is refused
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/**
 * Reads a secret of one line.
 *
 * @param source Where it is.
 * @param what What it is, for messages.
 * @returns The secret, without white space around it.
 * @throws {Error} If it cannot be read, is empty, or has control characters in
 * it. The message never quotes it.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * await assertRejects(
 *   () => readSecret({ file: "/no/such/file" }, "the forge's token"),
 *   Error,
 *   `Cannot read the forge's token: no file "/no/such/file" can be read`,
 * );
 * ```
 */
export async function readSecret(
  source: SecretSource,
  what: string,
): Promise<string> {
  const secret = (await readSecretText(source, what)).trim();
  if (CONTROL_CHARACTER.test(secret)) {
    throw new Error(
      `Cannot use ${what}: it has a line break or another control character in it`,
    );
  }
  return secret;
}

/**
 * Reads a secret of any number of lines, such as a private key.
 *
 * @param source Where it is.
 * @param what What it is, for messages.
 * @returns The secret as it is.
 * @throws {Error} If it cannot be read or is empty.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * await assertRejects(
 *   () => readSecretText({ env: "K0RENDER_UNSET" }, "the App's private key"),
 *   Error,
 *   `Cannot read the App's private key: the variable "K0RENDER_UNSET" is not set`,
 * );
 * ```
 */
export async function readSecretText(
  source: SecretSource,
  what: string,
): Promise<string> {
  const text = "env" in source
    ? Deno.env.get(source.env)
    : await readFile(source.file);
  if (text === undefined) {
    const why = "env" in source
      ? `the variable "${source.env}" is not set`
      : `no file "${source.file}" can be read`;
    throw new Error(`Cannot read ${what}: ${why}`);
  }
  if (text.trim() !== "") return text;
  throw new Error(`Cannot use ${what}: it is empty`);
}

async function readFile(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch {
    return undefined;
  }
}
