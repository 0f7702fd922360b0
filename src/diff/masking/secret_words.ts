/**
 * What secrets look like.
 *
 * @module
 */

import type { ChangeStep } from "../../model/mod.ts";

/** What stands in place of a secret. */
export const MASK = "(masked)";

/** What stands in place of a secret that is not the one it was. */
export const CHANGED_MASK = "(masked, changed)";

/** The fields of a Secret that hold secrets. */
export const SECRET_FIELDS: ReadonlySet<ChangeStep> = new Set([
  "data",
  "stringData",
]);

/** Endings of names whose values are secrets, without case and separators. */
export const SECRET_ENDINGS: readonly string[] = [
  "accesskey",
  "accesskeyid",
  "apikey",
  "clientsecret",
  "connectionstring",
  "dockerconfigjson",
  "passphrase",
  "passwd",
  "password",
  "privatekey",
  "pwd",
  "secretkey",
  "sharedsecret",
  "token",
];

/**
 * Texts that are secrets whatever they are called. Hostile texts are matched
 * against them as well: none may need more than a few passes.
 */
export const SECRET_TEXTS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[opsur]_[0-9A-Za-z]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\beyJ[\w-]{8,400}\.eyJ[\w-]{8,}\.[\w-]*/g,
  /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
];

/**
 * Whether what has a name is a secret.
 *
 * @param name The name of a field or of an environment variable.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSecretName("DB_PASSWORD"));
 * assert(isSecretName("clientSecret"));
 * assert(!isSecretName("passwordSecretName"));
 * ```
 */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[-_. ]/g, "");
  return SECRET_ENDINGS.some((ending) => plain.endsWith(ending));
}

/**
 * Whether a text has a Secret in it, as one that is to be applied elsewhere or
 * the copy that `kubectl apply` makes of it.
 *
 * @param text The text, in YAML or JSON.
 * @returns Whether it seems to.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(holdsSecret('{"kind":"Secret","data":{}}'));
 * assert(!holdsSecret("kind: SecretStore\ndata: {}"));
 * ```
 */
export function holdsSecret(text: string): boolean {
  return /\bkind["']?\s{0,9}:\s{0,9}["']?Secret(?![\w-])/.test(text) &&
    /data["']?\s{0,9}:/i.test(text);
}
