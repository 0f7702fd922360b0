/**
 * TOML as BurntSushi/toml writes it.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import type { Run } from "../go/function.ts";
import { GoObject } from "../go/object.ts";
import { goPrint } from "../go/print.ts";
import { SizedInt } from "../go/sized_int.ts";
import { type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { GoTime } from "./dates/objects.ts";
import { isNilList, isNilMap } from "./nil.ts";
import { plainObject } from "./plain.ts";
import { compareTexts } from "./text_of.ts";
import { quoteToml, writeKey } from "./toml_key.ts";

/**
 * Writes a value as TOML.
 *
 * @param value The value; only of a map can other readers make anything.
 * @param run The run to count the work in.
 * @returns The text; keys in the order of their bytes, tables after the rest.
 * @throws {GoFailure} For lists that hold nil, and lists of maps by themselves.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(writeToml({ b: { c: 1 }, a: "x" }, FREE_RUN), 'a = "x"\n\n[b]\n  c = 1.0\n');
 * ```
 */
export function writeToml(value: GoValue, run: Run): string {
  const plain = plainOf(value);
  if (isGoMap(plain)) return new Writer(run).document(plain);
  if (isTableList(plain, run)) {
    throw new GoFailure("toml: top-level values must be Go maps or structs");
  }
  return writeElement(plain, run);
}

class Writer {
  #text = "";
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  document(map: GoMap): string {
    this.#entries([], map);
    return this.#text;
  }

  #entries(path: readonly string[], map: GoMap): void {
    const { direct, tables } = partition(map, this.#run);
    for (const [key, value] of direct) {
      this.#run.step();
      const indent = "  ".repeat(path.length);
      this.#text += `${indent}${writeKey(key)} = ` +
        `${writeElement(value, this.#run)}\n`;
    }
    for (const [key, value] of tables) this.#table([...path, key], value);
  }

  #table(path: readonly string[], value: GoValue): void {
    this.#run.step();
    const name = path.map(writeKey).join(".");
    const indent = "  ".repeat(path.length - 1);
    if (isGoMap(value)) {
      if (path.length === 1) this.#separate();
      this.#text += `${indent}[${name}]\n`;
      this.#entries(path, value);
      return;
    }
    for (const element of (value as GoValue[]).map(plainOf)) {
      this.#separate();
      this.#text += `${indent}[[${name}]]\n`;
      this.#entries(path, element as GoMap);
    }
  }

  #separate(): void {
    if (this.#text !== "") this.#text += "\n";
  }
}

type Entry = readonly [key: string, value: GoValue];

/** Entries that stand on a line, and those that are tables; none that is nil. */
function partition(map: GoMap, run: Run): { direct: Entry[]; tables: Entry[] } {
  const entries = Object.keys(map).sort(compareTexts)
    .map((key): Entry => [key, plainOf(map[key])]);
  const isTable = ([, value]: Entry) =>
    isGoMap(value) && !isNilMap(value) || isTableList(value, run);
  return {
    direct: entries.filter((entry) => !isTable(entry) && !isNil(entry[1])),
    tables: entries.filter(isTable),
  };
}

function writeElement(value: GoValue, run: Run): string {
  run.step();
  const plain = plainOf(value);
  if (Array.isArray(plain)) {
    return `[${plain.map((item) => writeElement(item, run)).join(", ")}]`;
  }
  if (isGoMap(plain)) {
    const { direct, tables } = partition(plain, run);
    const fields = [...direct, ...tables].map(([key, item]) =>
      `${writeKey(key)} = ${writeElement(item, run)}`
    );
    return `{${fields.join(", ")}}`;
  }
  if (plain instanceof GoTime) return plain.marshal();
  if (typeof plain === "string") return quoteToml(plain);
  return typeof plain === "number" ? writeFloat(plain) : goPrint(plain);
}

function writeFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const text = goPrint(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Whether a value is a list of maps only. Such a list holds no nil. */
function isTableList(value: GoValue, run: Run): boolean {
  run.step();
  if (!Array.isArray(value) || value.length === 0) return false;
  const elements = value.map(plainOf);
  if (elements.some((element) => element === null)) {
    throw new GoFailure("toml: cannot encode array with nil element");
  }
  // Lists within are looked at for the nil that they may hold.
  elements.forEach((element) => isTableList(element, run));
  return elements.every(isGoMap);
}

function isNil(value: GoValue): boolean {
  return value === null || Array.isArray(value) && isNilList(value);
}

/** An object that is written in a way of its own stays as it is. */
function plainOf(value: GoValue): GoValue {
  if (!(value instanceof GoObject)) return value ?? null;
  if (value instanceof SizedInt && value.goType !== "time.Duration") {
    return value.value;
  }
  // A time is written without quotation marks.
  if (value instanceof GoTime) return value;
  return value.text() ?? plainObject(value);
}
