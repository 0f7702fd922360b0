/**
 * Where an object stands in the rendered tree: a pure function of its group,
 * kind, namespace and name.
 *
 * No two identities share a path, also not on a file system that ignores upper
 * and lower case, and every path is plain ASCII that all file systems take.
 * Paths must stay as they are from version to version: a renamed file looks
 * like a removed object in every review.
 *
 * @module
 */

import { createHash } from "node:crypto";
import type { Identity } from "../model/mod.ts";

const MAX_COMPONENT_LENGTH = 255;
const HASH_LENGTH = 40;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

/**
 * The file name of an object.
 *
 * @param identity The object.
 * @returns `<kind>.<group>_<namespace>_<name>.yaml`, without the parts that the
 * object does not have.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   objectFileName({
 *     group: "helm.toolkit.fluxcd.io",
 *     kind: "HelmRelease",
 *     namespace: "prod",
 *     name: "eu1",
 *   }),
 *   "helm-release.helm.toolkit.fluxcd.io_prod_eu1.yaml",
 * );
 * assertEquals(
 *   objectFileName({ group: "", kind: "Namespace", namespace: "", name: "prod" }),
 *   "namespace_prod.yaml",
 * );
 * ```
 */
export function objectFileName(identity: Identity): string {
  const { group, kind, namespace, name } = identity;
  const type = group === ""
    ? encodeKind(kind)
    : `${encodeKind(kind)}.${encode(group)}`;
  const parts = namespace === ""
    ? [type, encode(name)]
    : [type, encode(namespace), encode(name)];
  return `${shorten(portable(parts.join("_")), ".yaml")}.yaml`;
}

/**
 * A name from the dry source as one component of a path.
 *
 * @param name For instance a namespace.
 * @returns The name itself where all file systems take it, else an encoding
 * of its own; no two names have the same.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pathComponent("team-a"), "team-a");
 * assertEquals(pathComponent("../evil"), "=2e.=2fevil");
 * assertEquals(pathComponent("con"), "=63on");
 * ```
 */
export function pathComponent(name: string): string {
  return shorten(portable(encode(name)), "");
}

/** Escapes all but lower-case letters, digits, `.` and `-`. */
function encode(text: string): string {
  return text.replace(/[^a-z0-9.-]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  return code < 0x80
    ? `=${code.toString(16).padStart(2, "0")}`
    : `=u${code.toString(16).padStart(4, "0")}`;
}

/**
 * Words in lower case, joined by `-`; after a word that is all upper case
 * stands `--`, so that `AWSCluster` and `AwsCluster` stay apart. Kinds that are
 * not made of capitalised words are escaped letter by letter, after a `=-`.
 */
function encodeKind(kind: string): string {
  if (!/^(?:[A-Z][a-z0-9]*)+$/.test(kind)) {
    return `=-${encode(kind).replaceAll(".", "=2e")}`;
  }
  const words = kind.match(
    /[A-Z]{2,}(?![a-z0-9])|[A-Z]+(?=[A-Z][a-z0-9])|[A-Z][a-z0-9]*/g,
  ) ?? [];
  return words.map((word, index) => {
    const isAcronym = word.length > 1 && /^[A-Z]+$/.test(word);
    const isLast = index === words.length - 1;
    return word.toLowerCase() + (isAcronym ? "--" : isLast ? "" : "-");
  }).join("");
}

/** Escapes what some file system gives a meaning of its own. */
function portable(text: string): string {
  const isDevice = DEVICE.test(text);
  return text
    .replace(isDevice ? /^./ : /^[.-]/, escapeUnit)
    .replace(/\.$/, escapeUnit);
}

function shorten(text: string, suffix: string): string {
  const room = MAX_COMPONENT_LENGTH - suffix.length;
  if (text.length <= room) return text;
  const hash = createHash("sha256").update(text).digest("hex")
    .slice(0, HASH_LENGTH);
  return `${text.slice(0, room - HASH_LENGTH - 2)}=.${hash}`;
}
