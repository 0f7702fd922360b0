/**
 * From a file of YAML documents to definitions.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  getField,
  groupOf,
  makeFinding,
  type Manifest,
  type Origin,
  remember,
  type Value,
} from "../model/mod.ts";
import { parseYaml, type YamlDocument } from "../yaml/mod.ts";
import { CONFIG_PATH, type DryFile } from "./dry_tree.ts";
import { isSealedSecret, isSopsEncrypted } from "./encrypted.ts";
import { isKustomization } from "./kustomize.ts";
import { readObject } from "./read_object.ts";
import { CONFIG_API_VERSION } from "./render_config.ts";
import { SOURCE_RULES } from "./rules.ts";

/** The definitions of a file, and what is wrong with it. */
export interface ReadDefinitions {
  readonly definitions: readonly Definition[];
  /** Documents that say how kustomize is to put files together. */
  readonly kustomizations: readonly YamlDocument[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the definitions of a file. Lists are taken apart; encrypted documents
 * keep their exact text, and only their metadata is read.
 *
 * @param file The file.
 * @returns The definitions in the order of the file, and findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: prod\n";
 * const { definitions } = readDefinitions({ path: "a.yaml", text });
 * assertEquals(definitions[0]?.manifest.metadata.name, "prod");
 * ```
 */
export function readDefinitions(file: DryFile): ReadDefinitions {
  return definitionsOf(file);
}

/** A file is parsed once for as long as it is the same object. */
const definitionsOf = remember(({ path, text }: DryFile): ReadDefinitions => {
  const { documents, findings } = parseYaml(text, { file: path });
  const parts = documents.map(readDocument);
  return {
    definitions: parts.flatMap((part) => part.definitions),
    kustomizations: documents.filter(isKustomization),
    findings: [...findings, ...parts.flatMap((part) => part.findings)],
  };
});

/** The definitions of a document, and what is wrong with it. */
type ReadDocument = Omit<ReadDefinitions, "kustomizations">;

function readDocument(document: YamlDocument): ReadDocument {
  const { value, origin } = document;
  if (isKustomization(document)) return { definitions: [], findings: [] };
  if (groupOfDocument(value) === groupOf(CONFIG_API_VERSION)) {
    return { definitions: [], findings: [misplacedConfig(origin)] };
  }
  const items = itemsOf(value);
  if (items !== undefined) return readList(items, document);
  return isSealedSecret(value) || isSopsEncrypted(value)
    ? readVerbatim(document)
    : readOne(value, origin);
}

function readOne(value: Value, origin: Origin): ReadDocument {
  const { manifest, findings } = readObject(value, origin);
  const definitions = manifest === undefined ? [] : [{ manifest, origin }];
  return { definitions, findings };
}

function readVerbatim({ value, origin, text }: YamlDocument): ReadDocument {
  const { manifest, findings } = readObject(value, origin);
  if (manifest === undefined) return { definitions: [], findings };
  const { apiVersion, kind, metadata } = manifest;
  const visible: Manifest = { apiVersion, kind, metadata };
  return {
    definitions: [{ manifest: visible, origin, verbatim: text }],
    findings,
  };
}

function readList(
  items: readonly Value[],
  { value, origin }: YamlDocument,
): ReadDocument {
  if (isSopsEncrypted(value) || items.some(isSopsEncrypted)) {
    return { definitions: [], findings: [encryptedList(origin)] };
  }
  const parts = items.map((item, index) =>
    readOne(item, { ...origin, item: index })
  );
  return {
    definitions: parts.flatMap((part) => part.definitions),
    findings: parts.flatMap((part) => part.findings),
  };
}

function itemsOf(value: Value): readonly Value[] | undefined {
  const kind = getField(value, "kind");
  if (typeof kind !== "string" || !kind.endsWith("List")) return undefined;
  const items = getField(value, "items");
  return Array.isArray(items) ? items : undefined;
}

function groupOfDocument(value: Value): string | undefined {
  const apiVersion = getField(value, "apiVersion");
  return typeof apiVersion === "string" ? groupOf(apiVersion) : undefined;
}

function misplacedConfig(origin: Origin): Finding {
  return makeFinding(
    SOURCE_RULES["source/misplaced-config"],
    `Cannot use a RenderConfig of "${origin.file}": only "${CONFIG_PATH}" at the root is read`,
    { place: { origin } },
  );
}

function encryptedList(origin: Origin): Finding {
  return makeFinding(
    SOURCE_RULES["source/encrypted-list"],
    "Cannot carry an encrypted List byte for byte: its items become objects of their own",
    { place: { origin } },
  );
}
