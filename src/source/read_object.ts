/**
 * Telling Kubernetes objects from other documents.
 *
 * @module
 */

import {
  type FieldPath,
  type Finding,
  formatPath,
  getField,
  getPath,
  isManifest,
  isMap,
  makeFinding,
  type Manifest,
  type Origin,
  type Value,
} from "../model/mod.ts";
import { isCiphertext } from "./encrypted.ts";
import { readStringMaps } from "./read_string_maps.ts";
import { SOURCE_RULES } from "./rules.ts";

/** A document as an object, or what keeps it from being one. */
export interface ReadObject {
  /** Left out where it is unknown which object this is, if any. */
  readonly manifest?: Manifest;
  readonly findings: readonly Finding[];
}

/**
 * Reads a document as a Kubernetes object. What it yields has the types that
 * all rooms rely on: names are strings, labels and annotations hold strings.
 *
 * @param document The document.
 * @param origin Where it stands.
 * @returns The object, and findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * assertEquals(
 *   readObject({ kind: "ClusterDeployment" }, origin).findings[0]?.message,
 *   'Cannot read a document of kind "ClusterDeployment": it has no "apiVersion"',
 * );
 * assertEquals(
 *   readObject({ replicas: 3 }, origin).findings[0]?.rule.id,
 *   "source/ignored-document",
 * );
 * ```
 */
export function readObject(document: Value, origin: Origin): ReadObject {
  if (!isMap(document) || !("apiVersion" in document || "kind" in document)) {
    return { findings: [ignored(origin)] };
  }
  const problem = findProblem(document);
  if (problem !== undefined) {
    return { findings: [refusal(document, { origin, problem })] };
  }
  if (!isManifest(document)) return { findings: [] };
  return readStringMaps(document, origin);
}

interface Problem {
  readonly rule?: keyof typeof SOURCE_RULES;
  readonly field: FieldPath;
  readonly detail: string;
}

function findProblem(document: Value): Problem | undefined {
  return stringProblem(document, ["apiVersion"]) ??
    stringProblem(document, ["kind"]) ??
    generatedName(document) ??
    stringProblem(document, ["metadata", "name"]) ??
    namespaceProblem(document) ??
    encryptedName(document, ["metadata", "name"]) ??
    encryptedName(document, ["metadata", "namespace"]);
}

function stringProblem(
  document: Value,
  field: FieldPath,
): Problem | undefined {
  const value = getPath(document, field);
  if (typeof value === "string" && value !== "") return undefined;
  const name = `"${formatPath(field)}"`;
  return value === undefined || value === null || value === ""
    ? { field, detail: `it has no ${name}` }
    : { field, detail: `its ${name} is not a string` };
}

function generatedName(document: Value): Problem | undefined {
  const metadata = getField(document, "metadata");
  const field = ["metadata", "generateName"];
  return getPath(document, field) === undefined ||
      getField(metadata, "name") !== undefined
    ? undefined
    : {
      rule: "source/generated-name",
      field,
      detail: 'it has a "metadata.generateName" in place of a name',
    };
}

function namespaceProblem(document: Value): Problem | undefined {
  const field = ["metadata", "namespace"];
  return getPath(document, field) === undefined
    ? undefined
    : stringProblem(document, field);
}

function encryptedName(
  document: Value,
  field: FieldPath,
): Problem | undefined {
  return isCiphertext(getPath(document, field))
    ? {
      rule: "source/encrypted-identity",
      field,
      detail: `its "${formatPath(field)}" is encrypted`,
    }
    : undefined;
}

function refusal(
  document: Value,
  { origin, problem }: { origin: Origin; problem: Problem },
): Finding {
  const { rule = "source/not-an-object", field, detail } = problem;
  const kind = getField(document, "kind");
  const what = typeof kind === "string" && kind !== ""
    ? `a document of kind "${kind}"`
    : "a document";
  const found = getPath(document, field);
  const remedy = typeof found === "number" || typeof found === "boolean"
    ? { remedy: `Write it in quotes: "${found}".` }
    : {};
  return makeFinding(SOURCE_RULES[rule], `Cannot read ${what}: ${detail}`, {
    place: { origin, field },
    ...remedy,
  });
}

function ignored(origin: Origin): Finding {
  return makeFinding(
    SOURCE_RULES["source/ignored-document"],
    "Found a document that defines nothing: it has neither apiVersion nor kind",
    { place: { origin } },
  );
}
