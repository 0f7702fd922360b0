/**
 * CRDs of a directory.
 *
 * @module
 */

import { readDirectory } from "../git/mod.ts";
import {
  type Finding,
  getField,
  makeFinding,
  type Value,
} from "../model/mod.ts";
import type { DryTree } from "../source/mod.ts";
import {
  CRD_RULES,
  CrdCatalogue,
  type CustomResource,
  isCustomResource,
  readCustomResource,
} from "../validate/crd/mod.ts";
import { parseYaml } from "../yaml/mod.ts";

/** The CRDs of a directory, or why it could not be read. */
export type SchemasOutcome =
  | {
    readonly kind: "read";
    readonly catalogue: CrdCatalogue;
    readonly findings: readonly Finding[];
  }
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Reads the CRDs of a directory and of those in it, with the limits of a dry
 * source. Other objects are passed over.
 *
 * @param directory The directory.
 * @param options What ends the work early.
 * @returns The CRDs, and findings for what cannot be read. These have no
 * place: the files are not part of the dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * assertEquals((await readSchemas(directory)).kind, "unreadable");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readSchemas(
  directory: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<SchemasOutcome> {
  const tree = await readFiles(directory, options);
  if (tree === undefined) {
    return unreadable(directory, "it is no directory that can be read");
  }
  const parts = tree.files.map(readFile);
  const findings = [
    ...tree.findings.map(({ message, remedy, severity }) =>
      makeFinding(CRD_RULES["crd/unreadable-schema"], message, {
        remedy,
        severity,
      })
    ),
    ...parts.flatMap((part) => part.findings),
  ];
  const catalogue = new CrdCatalogue(parts.flatMap(({ crds }) => crds));
  return catalogue.size === 0 && findings.length === 0
    ? unreadable(directory, "no file in it has a CustomResourceDefinition")
    : { kind: "read", catalogue, findings };
}

function unreadable(directory: string, detail: string): SchemasOutcome {
  const reason = `Cannot read schemas of "${directory}": ${detail}`;
  return { kind: "unreadable", reason };
}

async function readFiles(
  directory: string,
  options: { readonly signal?: AbortSignal },
): Promise<DryTree | undefined> {
  try {
    return await readDirectory(directory, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof Error) return undefined;
    throw error;
  }
}

interface SchemaFile {
  readonly crds: readonly CustomResource[];
  readonly findings: readonly Finding[];
}

function readFile({ path, text }: DryTree["files"][number]): SchemaFile {
  if (!/\.ya?ml$/.test(path)) return { crds: [], findings: [] };
  const { documents, findings } = parseYaml(text, { file: path });
  const outcomes = documents.flatMap(({ value }) => objectsOf(value))
    .filter(isCustomResource).map(readCustomResource);
  return {
    crds: outcomes.flatMap((it) => it.kind === "read" ? [it.crd] : []),
    findings: [
      ...findings.map(({ message, place }) => {
        const line = place?.position?.line ?? place?.origin.line ?? 1;
        return unreadableFile(`${path}:${line}`, message);
      }),
      ...outcomes.flatMap((it) =>
        it.kind === "read" ? [] : [unreadableFile(path, it.reason)]
      ),
    ],
  };
}

function objectsOf(value: Value): readonly Value[] {
  const items = getField(value, "items");
  const isList = `${getField(value, "kind")}`.endsWith("List");
  return isList && Array.isArray(items) ? items : [value];
}

function unreadableFile(where: string, detail: string): Finding {
  return makeFinding(
    CRD_RULES["crd/unreadable-schema"],
    `Cannot read CRDs of "${where}": ${detail}`,
  );
}
