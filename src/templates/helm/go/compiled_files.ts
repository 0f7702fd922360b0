/**
 * Keeps compiled templates for as long as they are likely to be used again.
 *
 * @module
 */

import { compileBody } from "./compile_body.ts";
import type { FunctionTable } from "./function.ts";
import { BUILTINS } from "./builtins.ts";
import { isEmptyBody } from "./node.ts";
import { parse } from "./parser.ts";
import type { Template } from "./template_set.ts";

/** UTF-16 units of template text kept for each function table. */
const CAPACITY = 16_000_000;

/** The templates of files of the same text, by the files' names. */
type Namesakes = Map<string, readonly Template[]>;

interface Shelf {
  readonly names: FunctionTable;
  /** By text first: an engine hashes a text once, and not the next time. */
  readonly texts: Map<string, Namesakes>;
  size: number;
}

const SHELVES = new WeakMap<FunctionTable, Shelf>();

/**
 * Compiles the templates of a file, or finds them compiled.
 *
 * @param name The file's name.
 * @param text Its text.
 * @param functions What it may call besides Go's own functions.
 * @returns The templates that it defines, its own last.
 * @throws {GoTemplateError} If it is no template.
 *
 * @example
 * ```ts
 * import { assertStrictEquals } from "@std/assert";
 * const functions = new Map();
 * const once = compileFile("a", "text", functions);
 * assertStrictEquals(compileFile("a", "text", functions), once);
 * ```
 */
export function compileFile(
  name: string,
  text: string,
  functions: FunctionTable,
): readonly Template[] {
  const shelf = shelfOf(functions);
  const namesakes: Namesakes = shelf.texts.get(text) ?? new Map();
  const known = namesakes.get(name);
  if (known !== undefined) return known;
  const templates = compile(name, text, shelf.names);
  namesakes.set(name, templates);
  shelf.texts.set(text, namesakes);
  shelf.size += costOf(text);
  evict(shelf);
  return templates;
}

function compile(
  name: string,
  text: string,
  names: FunctionTable,
): readonly Template[] {
  return parse(name, text, names).map(({ name, body }) => ({
    name,
    isEmpty: isEmptyBody(body),
    body: compileBody(body, names),
  }));
}

function shelfOf(functions: FunctionTable): Shelf {
  const known = SHELVES.get(functions);
  if (known !== undefined) return known;
  const names = new Map([...BUILTINS, ...functions]);
  const shelf = { names, texts: new Map(), size: 0 };
  SHELVES.set(functions, shelf);
  return shelf;
}

/** An empty text takes room, too. */
function costOf(text: string): number {
  return text.length + 256;
}

/** Drops what was compiled first until the rest fits. */
function evict(shelf: Shelf): void {
  for (const [text, namesakes] of shelf.texts) {
    if (shelf.size <= CAPACITY) return;
    shelf.texts.delete(text);
    shelf.size -= costOf(text) * namesakes.size;
  }
}
