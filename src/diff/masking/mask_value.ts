/**
 * Values without the secrets in them.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { readText } from "../objects/mod.ts";
import {
  holdsSecret,
  isSecretName,
  MASK,
  SECRET_ENDINGS,
  SECRET_FIELDS,
  SECRET_TEXTS,
} from "./secret_words.ts";

/** Whether a text is worth a closer look. */
const SUSPICIOUS = new RegExp(
  SECRET_ENDINGS.map((ending) => [...ending].join("[-_. ]?")).join("|"),
  "i",
);

/** References to a secret, and what has been encrypted, give nothing away. */
const HARMLESS = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|ENC\[.*\]|)$/s;

/**
 * Takes the secrets out of a value: of fields with such names, of variables
 * with such names, of texts that hold data, and whatever looks like one.
 *
 * @param value The value.
 * @param options Whether all of it is secret.
 * @returns The value; itself where it holds no secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(maskValue({ user: "ada", password: "hunter2" }), {
 *   user: "ada",
 *   password: "(masked)",
 * });
 * assertEquals(maskValue([{ name: "API_KEY", value: "x" }]), [
 *   { name: "API_KEY", value: "(masked)" },
 * ]);
 * ```
 */
export function maskValue(
  value: Value,
  options: { isSecret?: boolean } = {},
): Value {
  if (Array.isArray(value)) {
    const items = value.map((item) => maskValue(item, options));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (isMap(value)) return maskMap(value, options);
  if (options.isSecret && value !== null && typeof value !== "boolean") {
    return typeof value === "string" && HARMLESS.test(value) ? value : MASK;
  }
  return typeof value === "string" ? maskText(value) : value;
}

function maskMap(value: ValueMap, options: { isSecret?: boolean }): ValueMap {
  const name = getField(value, "name");
  const isVariable = typeof name === "string" && isSecretName(name);
  const isSecretObject = getField(value, "kind") === "Secret";
  const masked: ValueMap = {};
  let isMasked = false;
  for (const [field, each] of Object.entries(value)) {
    const isSecret = options.isSecret || isSecretName(field) ||
      (isVariable && field === "value") ||
      (isSecretObject && SECRET_FIELDS.has(field));
    const after = maskValue(each, { isSecret });
    isMasked ||= after !== each;
    setField(masked, field, after);
  }
  return isMasked ? masked : value;
}

/**
 * Takes the secrets out of a text.
 *
 * @param text The text.
 * @returns The text; where it holds data with secrets, that data written anew.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(maskText("# db\npassword: |\n  hunter2\n"), "password: (masked)\n");
 * assertEquals(maskText("https://ada:hunter2@example.com"), "https://ada:(masked)@example.com");
 * ```
 */
export function maskText(text: string): string {
  return SECRET_TEXTS.reduce(
    (masked, pattern) => masked.replace(pattern, MASK),
    SUSPICIOUS.test(text) || holdsSecret(text) ? maskData(text) : text,
  );
}

function maskData(text: string): string {
  const data = readText(text);
  if (data === undefined) return holdsSecret(text) ? MASK : maskLines(text);
  const masked = maskValue(data);
  return masked === data ? text : emitYaml(masked);
}

/**
 * Templates and scripts, where what a name has is on the same line. The bounds
 * keep hostile texts from taking forever.
 */
function maskLines(text: string): string {
  return text.replace(
    /^([^\n:=]{0,99}?([\w.-]{1,99})["']?[ \t]{0,9}[:=][ \t]*)([^\n]+)$/gm,
    (line, start: string, name: string, value: string) =>
      isSecretName(name) && !HARMLESS.test(value) ? `${start}${MASK}` : line,
  );
}
