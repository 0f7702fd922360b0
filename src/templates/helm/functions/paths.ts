/**
 * Paths with slashes.
 *
 * @module
 */

import type { GoFunction } from "../go/function.ts";
import type { GoValue } from "../go/value.ts";
import { fn, type Functions } from "./define.ts";

const BASE = onPath(base);
const CLEAN = onPath(clean);
const DIR = onPath((path) => clean(path.slice(0, path.lastIndexOf("/") + 1)));
const EXT = onPath((path) => /\.[^./]*$/.exec(path)?.[0] ?? "");
const IS_ABS = onPath((path) => path.startsWith("/"));

/** Paths with slashes, also where Sprig has those of the machine's system. */
export const PATHS: Functions = {
  base: BASE,
  clean: CLEAN,
  dir: DIR,
  ext: EXT,
  isAbs: IS_ABS,
  osBase: BASE,
  osClean: CLEAN,
  osDir: DIR,
  osExt: EXT,
  osIsAbs: IS_ABS,
};

function onPath(answer: (path: string) => GoValue): GoFunction {
  return fn(["string"], ([path]) => answer(path));
}

function base(path: string): string {
  if (path === "") return ".";
  const trimmed = path.replace(/\/+$/, "");
  return trimmed === "" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

function clean(path: string): string {
  const isRooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!isRooted) parts.push(part);
  }
  return (isRooted ? "/" : "") + parts.join("/") || ".";
}
