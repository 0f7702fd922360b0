/**
 * Kustomizations held against the files and objects that they are about.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  type Finding,
  type FindingDetails,
  formatIdentity,
  getField,
  identityOf,
  makeFinding,
  type Value,
} from "../model/mod.ts";
import type { YamlDocument } from "../yaml/mod.ts";
import { overlayFindings } from "./kustomize.ts";
import { SOURCE_RULES } from "./rules.ts";

/** What kustomizations are held against. */
export interface Surroundings {
  /** The paths of all files, also of those that could not be read. */
  readonly paths: readonly string[];
  readonly definitions: readonly Definition[];
}

/** An entry of a kustomization that names a file or directory. */
interface Entry {
  readonly field: FieldPath;
  readonly text: string;
  /** The path from the root. */
  readonly path: string;
}

/** The fields that list files or directories. */
const LISTS = ["resources", "bases", "components"];

/**
 * Holds a kustomization against the files that it lists and the namespaces of
 * their objects, and warns of what k0render does not do for it.
 *
 * @param document The kustomization.
 * @param around The files and objects of the dry source.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "prod/kustomization.yaml", document: 0, line: 1 };
 * const document = { origin, value: { resources: ["eu1.yaml"] }, text: "" };
 * const around = { paths: ["prod/eu2.yaml"], definitions: [] };
 * assertEquals(
 *   kustomizationFindings(document, around)[0]?.message,
 *   'Cannot find "eu1.yaml", which a kustomization lists: there is no such file',
 * );
 * ```
 */
export function kustomizationFindings(
  document: YamlDocument,
  around: Surroundings,
): Finding[] {
  const entries = entriesOf(document);
  const isEmpty = entries.length === 0;
  const moved = movedObjects(document, { entries, around });
  return [
    ...entries.filter(({ path }) => !exists(path, around.paths))
      .map((entry) => missingFile(entry, { document, around })),
    ...(isEmpty ? listsNothing(document, around) : []),
    ...(moved === undefined ? [] : otherNamespace(document, moved)),
    ...overlayFindings(document, {
      ignored: moved === undefined ? [] : ["namespace"],
    }),
  ];
}

function entriesOf(document: YamlDocument): Entry[] {
  return LISTS.flatMap((list) => {
    const items = getField(document.value, list);
    if (!Array.isArray(items)) return [];
    return items.flatMap((text, index) => {
      const path = typeof text === "string" && !isRemote(text)
        ? resolvePath(directoryOf(document), text)
        : undefined;
      return path === undefined
        ? []
        : [{ field: [list, index], text: String(text), path }];
    });
  });
}

/** `https://…`, `git@…`, `example.com/owner/repository?ref=main`. */
function isRemote(text: string): boolean {
  return /:\/\/|^git@|\?/.test(text) || /^[\w-]+(?:\.[\w-]+)+\/./.test(text);
}

/** The path from the root; nothing for one outside it or one that is hidden. */
function resolvePath(directory: string, text: string): string | undefined {
  const names: string[] = directory === "" ? [] : directory.split("/");
  for (const name of text.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  const isHidden = names.some((name) => name.startsWith("."));
  return names.length === 0 || isHidden ? undefined : names.join("/");
}

function directoryOf({ origin }: YamlDocument): string {
  return origin.file.split("/").slice(0, -1).join("/");
}

/** Only YAML files are read, so that any other may well be there. */
function exists(path: string, paths: readonly string[]): boolean {
  if (/\.[a-z0-9]+$/i.test(path) && !/\.ya?ml$/.test(path)) return true;
  return paths.some((one) => one === path || one.startsWith(`${path}/`));
}

function missingFile(
  { field, text }: Entry,
  { document, around }: { document: YamlDocument; around: Surroundings },
): Finding {
  const directory = directoryOf(document);
  const prefix = directory === "" ? "" : `${directory}/`;
  const near = around.paths.filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  const nearest = didYouMean(text, near);
  return finding("source/kustomize-missing-file", document, {
    message:
      `Cannot find "${text}", which a kustomization lists: there is no such file`,
    field,
    ...(nearest === undefined ? {} : { remedy: `Did you mean "${nearest}"?` }),
  });
}

/** Whoever applies the directory gets nothing of what lies in it. */
function listsNothing(
  document: YamlDocument,
  { definitions }: Surroundings,
): Finding[] {
  const { value } = document;
  const keys = ["apiVersion", "kind", "metadata", "resources"];
  const hasOther = Object.keys(value as object).some((key) =>
    !keys.includes(key)
  );
  const isRemoteOnly = LISTS.some((list) => {
    const items = getField(value, list);
    return Array.isArray(items) && items.length > 0;
  });
  const directory = directoryOf(document);
  const beside = definitions.filter(({ origin }) =>
    directory !== "" && origin.file.startsWith(`${directory}/`)
  );
  if (hasOther || isRemoteOnly || beside.length === 0) return [];
  const hasField = getField(value, "resources") !== undefined;
  const objects = beside.length === 1 ? "1 object" : `${beside.length} objects`;
  return [finding("source/kustomize-lists-nothing", document, {
    message:
      `A kustomization lists nothing, although there is ${objects} in "${directory}"`,
    field: hasField ? ["resources"] : [],
    key: true,
  })];
}

/** Objects that kustomize would put into another namespace. */
interface Moved {
  readonly namespace: string;
  /** Empty where all objects say the same as the kustomization. */
  readonly objects: readonly Definition[];
}

/**
 * Nothing where the kustomization names no namespace, or one for objects that
 * name none themselves, or for objects that are not known.
 */
function movedObjects(
  { value }: YamlDocument,
  { entries, around }: { entries: readonly Entry[]; around: Surroundings },
): Moved | undefined {
  const namespace = getField(value, "namespace");
  if (typeof namespace !== "string") return undefined;
  const files = new Set(entries.map(({ path }) => path));
  const objects = around.definitions.filter(({ origin }) =>
    files.has(origin.file)
  );
  const isKnown = entries.every(({ path }) => around.paths.includes(path)) &&
    objects.some(({ manifest }) => manifest.metadata.namespace) &&
    objects.every(({ manifest }) => manifest.metadata.namespace);
  if (!isKnown) return undefined;
  return {
    namespace,
    objects: objects.filter(({ manifest }) =>
      manifest.metadata.namespace !== namespace
    ),
  };
}

function otherNamespace(
  document: YamlDocument,
  { namespace, objects }: Moved,
): Finding[] {
  const [first] = objects;
  if (first === undefined) return [];
  return [finding("source/kustomize-namespace", document, {
    message: `A kustomization puts ${
      formatIdentity(identityOf(first.manifest))
    } into namespace "${namespace}", which contradicts the object`,
    field: ["namespace"],
    related: [{
      place: { origin: first.origin, field: ["metadata", "namespace"] },
      message: "The namespace of the object",
    }],
  })];
}

function finding(
  rule: keyof typeof SOURCE_RULES,
  { origin }: {
    readonly origin: YamlDocument["origin"];
    readonly value: Value;
  },
  report: FindingDetails & {
    readonly message: string;
    readonly field: FieldPath;
    readonly key?: boolean;
  },
): Finding {
  const { message, field, key, ...details } = report;
  return makeFinding(SOURCE_RULES[rule], message, {
    place: { origin, field, ...(key ? { key } : {}) },
    ...details,
  });
}
