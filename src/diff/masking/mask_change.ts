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
  setField,
  type Value,
} from "../../model/mod.ts";
import { maskValue } from "./mask_value.ts";
import { CHANGED_MASK, isSecretName, MASK } from "./secret_words.ts";

/** The fields of a Secret that hold secrets. */
const SECRET_FIELDS: ReadonlySet<ChangeStep> = new Set(["data", "stringData"]);

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
  const masked = maskValue(manifest) as Manifest;
  if (!isSecretKind(manifest)) return masked;
  const copy = { ...masked };
  for (const [field, value] of Object.entries(manifest)) {
    if (!SECRET_FIELDS.has(field)) continue;
    setField(copy, field, maskValue(value, { isSecret: true }));
  }
  return copy;
}

/**
 * Takes the secrets out of the change of a field.
 *
 * @param change The change.
 * @param options Whether it is the field of a Secret.
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
    (options.isSecret === true && SECRET_FIELDS.has(path[0] ?? ""));
  const masked = {
    ...change,
    ...(before === undefined
      ? {}
      : { before: maskValue(before, { isSecret }) }),
    ...(after === undefined ? {} : { after: maskValue(after, { isSecret }) }),
  };
  if (within === undefined) return tellApart(masked);
  if (!isSecret) {
    const fields = within.fields.map((field) => maskField(field));
    return { ...masked, within: { ...within, fields } };
  }
  const { within: _, ...rest } = masked;
  return tellApart(rest);
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
