import { readSigningKey, type SigningKey } from "../git/mod.ts";

/** The key to sign with, or why there is none. */
export type KeyOutcome =
  | { readonly kind: "key"; readonly key: SigningKey | undefined }
  | { readonly kind: "unusable"; readonly reason: string };

/**
 * Loads the key that commits are signed with.
 *
 * @param file An OpenSSH private key file; left out, nothing is signed.
 * @returns The key, or why it cannot be used. The reason never quotes the file.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(await loadSigningKey(undefined), { kind: "key", key: undefined });
 * assertEquals((await loadSigningKey("/no/such/file")).kind, "unusable");
 * ```
 */
export async function loadSigningKey(
  file: string | undefined,
): Promise<KeyOutcome> {
  if (file === undefined) return { kind: "key", key: undefined };
  const text = await readText(file);
  if (text === undefined) {
    return {
      kind: "unusable",
      reason:
        `Cannot read the signing key "${file}": no such file, or no permission`,
    };
  }
  const outcome = await readSigningKey(text);
  if (outcome.kind === "key") return outcome;
  return {
    kind: "unusable",
    reason: `Cannot use the signing key "${file}": ${outcome.reason}`,
  };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(file);
  } catch {
    return undefined;
  }
}
