/**
 * Whether explanations are true: the very text that they name is changed, all
 * is read and rendered again, and the value has to change.
 *
 * @module
 */

import type {
  ExplainedField,
  ExplainedObject,
  Source,
} from "../src/explain/mod.ts";
import {
  formatIdentity,
  formatPath,
  isMap,
  type Place,
  type Value,
} from "../src/model/mod.ts";
import {
  explain,
  type Overrides,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
} from "../src/service/mod.ts";
import { locate } from "../src/yaml/mod.ts";
import { runPipeline } from "./pipeline.ts";

const builtIn = await readBuiltInTemplates();

/** The files of a dry source: path → text. */
export type DryFiles = Readonly<Record<string, string>>;

/** A cluster of a dry source, and how it is rendered. */
export interface Subject {
  readonly files: DryFiles;
  /** The ClusterDeployment, as `namespace/name`. */
  readonly cluster: string;
  readonly overrides?: Overrides;
}

/**
 * Explains all objects of a cluster.
 *
 * @param subject The cluster.
 * @returns The objects.
 */
export function explainAll(
  { files, cluster, overrides = {} }: Subject,
): readonly ExplainedObject[] {
  const tree = {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    findings: [],
  };
  const prepared = prepareSource(tree, { builtIn, overrides });
  const [environment] = prepared.config?.environments ?? [];
  if (prepared.config === undefined || environment === undefined) {
    throw new Error(`Cannot prepare the source of "${cluster}"`);
  }
  const outcome = explain(
    prepareEnvironment(prepared, prepared.config, environment),
    tree,
    { object: cluster, query: { kind: "all" } },
  );
  const [first] = outcome.kind === "explained" ? outcome.explained : [];
  if (first?.explanation.kind !== "answer") {
    throw new Error(`Cannot explain "${cluster}": ${JSON.stringify(outcome)}`);
  }
  return first.explanation.answer.objects;
}

/**
 * The values that nobody knows the origin of.
 *
 * @param objects Explained objects.
 * @returns The values, as text.
 */
export function unattributed(objects: readonly ExplainedObject[]): string[] {
  return objects.flatMap((object) =>
    object.fields.filter(({ from, own }) =>
      own === undefined
        ? !from.some(({ role }) => role === "gives")
        : own.kind === "unknown" || own.kind === "template-file"
    ).map((field) => nameOf(object, field))
  );
}

/** A claim that a text has a part in values, and how to put it to the test. */
interface Claim {
  readonly edits: readonly DryFiles[];
  readonly values: string[];
}

/**
 * The claims that do not hold: the text that is named was changed, in several
 * ways, and the value was the same each time.
 *
 * @param subject The cluster; its template package has to be among the files.
 * @param objects What is claimed.
 * @returns What does not hold, as text.
 */
export function falseClaims(
  subject: Subject,
  objects: readonly ExplainedObject[],
): string[] {
  const before = valuesOf(subject, subject.files);
  return [...claimsOf(subject, objects)].flatMap(([name, claim]) => {
    let left = claim.values;
    for (const files of claim.edits) {
      if (left.length === 0) break;
      const after = valuesOf(subject, files);
      if (after.size === 0) continue;
      left = left.filter((value) => before.get(value) === after.get(value));
    }
    return left.map((value) => `${value} <- ${name}`);
  });
}

function claimsOf(
  { files }: Subject,
  objects: readonly ExplainedObject[],
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const add = (name: string, value: string, edits: () => DryFiles[]) => {
    const known = claims.get(name) ?? { edits: edits(), values: [] };
    claims.set(name, known);
    known.values.push(value);
  };
  for (const object of objects) {
    for (const field of object.fields) {
      const value = nameOf(object, field);
      for (const { source, together } of field.from) {
        if (source.place === undefined) continue;
        const sources = [source, ...together];
        const name = sources.map(sourceName).join(" & ");
        add(name, value, () => editsOf(files, sources));
      }
      if (field.own?.kind !== "template") continue;
      const { file, line } = field.own.line;
      add(
        `${file}:${line} ${JSON.stringify(field.value)}`,
        value,
        () => lineEdits(files, { file, line, field }),
      );
    }
  }
  return claims;
}

function sourceName({ place, field }: Source): string {
  return `${place?.origin.file}#${place?.origin.line} ${formatPath(field)}`;
}

function nameOf(
  { object }: ExplainedObject,
  { path }: Pick<ExplainedField, "path">,
): string {
  return `${formatIdentity(object)} ${formatPath(path)}`;
}

/** Values by name. Renamed objects are known by kind and order. */
function valuesOf(
  { cluster, overrides }: Subject,
  files: DryFiles,
): Map<string, string> {
  const [namespace, name] = cluster.split("/");
  const { units } = runPipeline(files, overrides);
  const clusters = units.filter(({ id }) => id.kind === "cluster");
  const unit =
    clusters.find(({ id }) =>
      id.kind === "cluster" && id.namespace === namespace && id.name === name
    ) ?? clusters[0];
  const values = new Map<string, string>();
  if (unit?.kind !== "rendered") return values;
  for (const { manifest } of [...unit.applied, ...unit.review]) {
    const { kind, metadata } = manifest;
    for (const [path, value] of scalars(manifest, "")) {
      const of = metadata.namespace === undefined
        ? `${kind} ${metadata.name}`
        : `${kind} ${metadata.namespace}/${metadata.name}`;
      values.set(`${of} ${path}`, JSON.stringify(value));
    }
  }
  return values;
}

function* scalars(value: Value, path: string): Generator<[string, Value]> {
  const children: [string, Value][] = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${index}]`, item])
    : isMap(value)
    ? Object.entries(value).map(([key, field]) => [
      `${path}${formatPath([key]).startsWith("[") ? "" : path && "."}${
        formatPath([key])
      }`,
      field,
    ])
    : [];
  if (children.length === 0) yield [path, value];
  for (const [inner, child] of children) yield* scalars(child, inner);
}

/** The files with other texts where sources stand, each in several ways. */
function editsOf(files: DryFiles, sources: readonly Source[]): DryFiles[] {
  const [first] = sources;
  if (first === undefined) return [];
  const edits = replacements(first.value).map((replacement) =>
    // From the end, so that what comes before stays in its place.
    sources.toSorted((a, b) => offsetIn(files, b) - offsetIn(files, a))
      .reduce((edited, source) => replaceIn(edited, source, replacement), files)
  );
  return [...edits, renamedEverywhere(files, first.value)];
}

/** A name that others refer to can only change with all that name it. */
function renamedEverywhere(files: DryFiles, value: Value): DryFiles {
  if (typeof value !== "string" || !/^[\w.-]+$/.test(value)) return files;
  const scalar = new RegExp(
    `(?<=[:-] )${value.replaceAll(".", "\\.")}$`,
    "gm",
  );
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) =>
      path.startsWith("templates/") && !path.endsWith("s.yaml")
        ? [path, text]
        : [path, text.replaceAll(scalar, `${value}x7`)]
    ),
  );
}

function offsetIn(files: DryFiles, { place }: Source): number {
  return place === undefined ? 0 : offsetOf(files, place);
}

function offsetOf(files: DryFiles, place: Place): number {
  const text = files[place.origin.file] ?? "";
  const { line, column } = locate(text, withItem(place));
  return text.split("\n").slice(0, line - 1).join("\n").length +
    (line === 1 ? 0 : 1) + column - 1;
}

function withItem(place: Place): Place {
  const { item } = place.origin;
  return item === undefined
    ? place
    : { ...place, field: ["items", item, ...place.field ?? []] };
}

/** Other values, and `undefined` for a line that is taken out. */
function replacements(value: Value): (string | undefined)[] {
  const text = typeof value === "object" ? "" : String(value);
  const counted = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) =>
    text.slice(0, index) + (Number(digits) + 1) +
    text.slice(index + digits.length)
  );
  const others = typeof value === "boolean"
    ? [String(!value)]
    : typeof value === "number"
    ? [String(value + 1), String(value - 1)]
    : isMap(value)
    ? ["{other: other}"]
    : Array.isArray(value)
    ? ["[other]"]
    : [`${text}x7`, `x7${text}`, ...counted, ...CHOICES[text] ?? []];
  return [...others, undefined];
}

/** What else may stand where schemas have lists of what may. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  amd64: ["arm64"],
  calico: ["kuberouter"],
  capi: ["k0rdent"],
  "in-cluster": ["ipam-infoblox"],
  ipip: ["vxlan"],
  sveltos: ["helmrelease"],
};

function replaceIn(
  files: DryFiles,
  { place, value }: Source,
  replacement: string | undefined,
): DryFiles {
  if (place === undefined) return files;
  const { file } = place.origin;
  const text = files[file] ?? "";
  const offset = offsetOf(files, place);
  const rest = text.slice(offset);
  const head = text.slice(0, offset);
  if (replacement === undefined) {
    const key = { ...place, key: true };
    return withoutLine(files, file, offsetOf(files, key));
  }
  const written = writtenAt(rest, value);
  if (written === undefined) return files;
  return {
    ...files,
    [file]: head + replaced(written, replacement) + rest.slice(written.length),
  };
}

function writtenAt(rest: string, value: Value): string | undefined {
  const quoted = /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'/.exec(rest)?.[0];
  if (quoted !== undefined) return quoted;
  const block = /^[|>][^\n]*\n[^\n]*/.exec(rest)?.[0];
  if (block !== undefined) return block;
  if (typeof value === "object") {
    return /^(\{\s*\}|\[\s*\]|null|~)/.exec(rest)?.[0] ?? "";
  }
  return rest.startsWith(String(value)) ? String(value) : undefined;
}

function replaced(written: string, replacement: string): string {
  const isBlock = /^[|>]/.test(written);
  if (isBlock) return `${written} x7`;
  return /^["']/.test(written) ? JSON.stringify(replacement) : replacement;
}

/** Takes out what follows a key as well, by how far it is set in. */
function withoutLine(
  files: DryFiles,
  file: string,
  offset: number,
): DryFiles {
  const text = files[file] ?? "";
  const lines = text.split("\n");
  const at = text.slice(0, offset).split("\n").length - 1;
  const key = lines.slice(0, at + 1).findLastIndex((line) =>
    /^\s*[^\s#-][^:]*:/.test(line)
  );
  const indent = (line = "") => /^\s*/.exec(line)?.[0].length ?? 0;
  let end = key + 1;
  while (
    end < lines.length &&
    (lines[end]?.trim() === "" || indent(lines[end]) > indent(lines[key]))
  ) end += 1;
  return { ...files, [file]: lines.toSpliced(key, end - key).join("\n") };
}

function lineEdits(
  files: DryFiles,
  { file, line, field }: {
    readonly file: string;
    readonly line: number;
    readonly field: ExplainedField;
  },
): DryFiles[] {
  const lines = (files[file] ?? "").split("\n");
  const old = lines[line - 1] ?? "";
  const value = typeof field.value === "object" ? "" : String(field.value);
  const at = old.lastIndexOf(value);
  const key = String(field.path.findLast((step) => typeof step === "string"));
  const other = replacements(field.value)[0] ?? "";
  return [
    ...(value === "" || at < 0
      ? []
      : [old.slice(0, at) + other + old.slice(at + value.length)]),
    old.replace(key, `${key}x7`),
  ].map((changed) => ({
    ...files,
    [file]: lines.with(line - 1, changed).join("\n"),
  }));
}
