/**
 * Changes without the secrets in them.
 *
 * @module
 */

import {
  type ChangeStep,
  type FieldChange,
  groupOf,
  type Manifest,
  type ObjectChange,
  type Value,
} from "../../model/mod.ts";
import { maskValue } from "./mask_value.ts";
import {
  CHANGED_MASK,
  holdsSecret,
  isSecretName,
  MASK,
  SECRET_FIELDS,
} from "./secret_words.ts";

/**
 * Takes the secrets out of a change. All that a comparison says is made of
 * masked changes, so that no secret can get into any output.
 *
 * @param change The change.
 * @returns The change; that a secret differs still shows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const change = maskChange({
 *   kind: "changed",
 *   unit: { kind: "layer", layer: "credentials" },
 *   applied: true,
 *   before: { ...secret, data: { key: "YQ==" } },
 *   after: { ...secret, data: { key: "Yg==" } },
 *   fields: [{ path: ["data", "key"], before: "YQ==", after: "Yg==" }],
 * });
 * assertEquals("fields" in change && change.fields, [
 *   { path: ["data", "key"], before: "(masked)", after: "(masked, changed)" },
 * ]);
 * ```
 */
export function maskChange(change: ObjectChange): ObjectChange {
  switch (change.kind) {
    case "added":
      return { ...change, after: maskManifest(change.after) };
    case "removed":
      return { ...change, before: maskManifest(change.before) };
    default: {
      const isSecret = isSecretKind(change.after);
      return {
        ...change,
        before: maskManifest(change.before),
        after: maskManifest(change.after),
        fields: change.fields.map((field) => maskField(field, { isSecret })),
      };
    }
  }
}

function isSecretKind({ apiVersion, kind }: Manifest): boolean {
  return kind === "Secret" && groupOf(apiVersion) === "";
}

function maskManifest(manifest: Manifest): Manifest {
  return maskValue(manifest) as Manifest;
}

/**
 * Takes the secrets out of the change of a field.
 *
 * @param change The change.
 * @param options Whether it is a field of an object, or of a text, that is a
 * Secret.
 * @returns The change.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(maskField({ path: ["spec", "token"], after: "abc" }), {
 *   path: ["spec", "token"],
 *   after: "(masked)",
 * });
 * ```
 */
export function maskField(
  change: FieldChange,
  options: { isSecret?: boolean } = {},
): FieldChange {
  const { path, before, after, within } = change;
  const isSecret = isSecretPath(path) ||
    (options.isSecret === true &&
      path.some((step) => SECRET_FIELDS.has(step)));
  const masked = {
    ...change,
    ...(before === undefined
      ? {}
      : { before: maskValue(before, { isSecret }) }),
    ...(after === undefined ? {} : { after: maskValue(after, { isSecret }) }),
  };
  if (within === undefined) return tellApart(masked);
  if (!isSecret) {
    const inner = { isSecret: [before, after].some(isSecretText) };
    const fields = within.fields.map((field) => maskField(field, inner));
    return { ...masked, within: { ...within, fields } };
  }
  const { within: _, ...rest } = masked;
  return tellApart(rest);
}

function isSecretText(value: Value | undefined): boolean {
  return typeof value === "string" && holdsSecret(value);
}

function tellApart(change: FieldChange): FieldChange {
  const { before, after } = change;
  return before === MASK && after === MASK
    ? { ...change, after: CHANGED_MASK }
    : change;
}

function isSecretPath(path: readonly ChangeStep[]): boolean {
  return path.some((step, index) => {
    if (typeof step === "string") {
      return isSecretName(step) ||
        (step === "value" && isVariable(path[index - 1]));
    }
    return false;
  });
}

/** An item such as `env[name=DB_PASSWORD]`. */
function isVariable(step: ChangeStep | undefined): boolean {
  const name: Value | undefined = typeof step === "object"
    ? step.keys.name
    : undefined;
  return typeof name === "string" && isSecretName(name);
}
