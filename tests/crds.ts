/**
 * Checks objects against the CRDs of ../shared, as an API server would that
 * is told to refuse unknown fields. Rules in CEL are not checked.
 *
 * @module
 */

import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import {
  type FieldPath,
  formatIdentity,
  formatPath,
  groupOf,
  identityOf,
  type Manifest,
  type Value,
} from "../src/model/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { withDefaults } from "./crds/defaults.ts";
import { FORMATS } from "./crds/formats.ts";
import { duplicates } from "./crds/lists.ts";
import { METADATA_SCHEMA } from "./crds/metadata.ts";
import { toJsonSchema } from "./crds/rewrite.ts";
import type { CrdSchema } from "./crds/schema.ts";
import { SHARED } from "./requirements.ts";

interface CompiledKind {
  readonly schema: CrdSchema;
  readonly validate: ValidateFunction;
}

/** By `group/version/kind`; `undefined` where no CRD serves it. */
const compiled = new Map<string, CompiledKind | undefined>();

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  formats: FORMATS,
  unicodeRegExp: false,
  code: { regExp: Object.assign(goRegExp, { code: "goRegExp" }) },
});

/**
 * Checks an object against its CRD. Kinds of Kubernetes itself have none and
 * pass.
 *
 * @param manifest The object.
 * @returns What is wrong with it, as `Kind ns/name: path: problem`; empty if
 * nothing is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * assertEquals(validateAgainstCrd(secret), []);
 * ```
 */
export function validateAgainstCrd(manifest: Manifest): string[] {
  if (isBuiltIn(groupOf(manifest.apiVersion))) return [];
  const object = formatIdentity(identityOf(manifest));
  const kind = compiledKind(manifest);
  if (!kind) return [`${object}: no CRD serves ${manifest.apiVersion}`];
  const value = withDefaults(withoutBigInts(manifest), kind.schema);
  kind.validate(value);
  return [
    ...(kind.validate.errors ?? []).map((error) => describe(error, value)),
    ...duplicates(value, kind.schema).map(({ path, key }) =>
      `${formatPath(path)}: must not repeat ${key}`
    ),
  ].map((problem) => `${object}: ${problem}`);
}

function isBuiltIn(group: string): boolean {
  return !group.includes(".") ||
    (group.endsWith(".k8s.io") && !group.endsWith(".x-k8s.io"));
}

function compiledKind(manifest: Manifest): CompiledKind | undefined {
  const key = `${manifest.apiVersion}/${manifest.kind}`;
  if (!compiled.has(key)) compiled.set(key, compileKind(manifest));
  return compiled.get(key);
}

function compileKind({ apiVersion, kind }: Manifest): CompiledKind | undefined {
  const group = groupOf(apiVersion);
  const schema = readSchema(group, kind)?.get(
    apiVersion.slice(group.length + 1),
  );
  if (!schema) return undefined;
  const jsonSchema = toJsonSchema(schema);
  const properties = {
    ...jsonSchema.properties as Record<string, unknown>,
    metadata: METADATA_SCHEMA,
  };
  return { schema, validate: ajv.compile({ ...jsonSchema, properties }) };
}

interface Crd {
  spec: {
    versions: {
      name: string;
      served: boolean;
      schema: { openAPIV3Schema: CrdSchema };
    }[];
  };
}

function readSchema(
  group: string,
  kind: string,
): Map<string, CrdSchema> | undefined {
  const file = new URL(`data/crds/${group}/${kind}.yaml`, SHARED);
  let text;
  try {
    text = Deno.readTextFileSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const crd = loadYaml(text) as unknown as Crd;
  return new Map(
    crd.spec.versions.filter((version) => version.served)
      .map((version) => [version.name, version.schema.openAPIV3Schema]),
  );
}

/** JSON Schema knows one kind of number. */
function withoutBigInts(value: Value): Value {
  return JSON.parse(
    JSON.stringify(
      value,
      (_, part) => typeof part === "bigint" ? Number(part) : part,
    ),
  );
}

/** CRDs have Go's patterns; `(?i)` is all of them that JavaScript lacks. */
function goRegExp(pattern: string, flags: string): RegExp {
  const ignoreCase = pattern.includes("(?i)");
  return new RegExp(
    pattern.replace("(?i)", ""),
    ignoreCase ? `${flags}i` : flags,
  );
}

function describe(error: ErrorObject, root: Value): string {
  const path = pathOf(error.instancePath, root);
  if (error.keyword === "additionalProperties") {
    const { additionalProperty } = error.params;
    return `${formatPath([...path, additionalProperty])}: unknown field`;
  }
  if (error.keyword === "enum") {
    return `${formatPath(path)}: must be one of ${
      JSON.stringify(error.params.allowedValues)
    }`;
  }
  return `${formatPath(path)}: ${error.message}`;
}

/** A JSON pointer as a path: only in lists are numbers indices. */
function pathOf(pointer: string, root: Value): FieldPath {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(here) ? Number(key) : key);
    here = (here as Record<string, unknown>)[key];
  }
  return path;
}
