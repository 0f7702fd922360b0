/**
 * Files with another text in the places that explanations name.
 *
 * @module
 */

import type { ExplainedField, Source } from "../src/explain/mod.ts";
import { isMap, type Place, type Value } from "../src/model/mod.ts";
import { locate } from "../src/yaml/mod.ts";

/** The files of a dry source: path → text. */
export type DryFiles = Readonly<Record<string, string>>;

/** The files with other texts where sources stand, each in several ways. */
export function editsOf(
  files: DryFiles,
  sources: readonly Source[],
): DryFiles[] {
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

/** The files with another line of a template, in two ways. */
export function lineEdits(
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
