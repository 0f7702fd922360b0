/**
 * JSON as Go's `encoding/json` reads it, with its errors.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import { GoFailure } from "../go/failure.ts";
import type { Run } from "../go/function.ts";
import { quote } from "../go/quote.ts";
import type { GoMap, GoValue } from "../go/value.ts";

const MOST_LEVELS = 10_000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WHITE_SPACE = /[ \t\r\n]*/y;
// deno-lint-ignore no-control-regex -- what no string may hold
const PLAIN_STRING = /"([^"\\\0-\x1F]*)"/y;

const MIDDLE = /^in (?!string literal)|^after decimal point/;

/** A text that is no JSON; the message is Go's. */
export class JsonFailure extends GoFailure {
  override name = "JsonFailure";
}

/**
 * Reads a text as JSON.
 *
 * @param text The text.
 * @param run The run to count the work in.
 * @returns The value; every number is a float64.
 * @throws {JsonFailure} Where the text is no JSON.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(readJson('{"a": [1, "b"]}', FREE_RUN), { a: [1, "b"] });
 * ```
 */
export function readJson(text: string, run: Run): GoValue {
  return new Reader(text, run).document();
}

class Reader {
  readonly #text: string;
  readonly #run: Run;
  #at = 0;
  #level = 0;

  constructor(text: string, run: Run) {
    this.#text = text;
    this.#run = run;
  }

  document(): GoValue {
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) {
      throw this.#unexpected("after top-level value");
    }
    return value;
  }

  #value(): GoValue {
    this.#run.step();
    this.#skipSpace();
    const char = this.#text[this.#at];
    switch (char) {
      case "{":
        return this.#nested(() => this.#map());
      case "[":
        return this.#nested(() => this.#list());
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
    }
    return this.#number();
  }

  #nested<T>(read: () => T): T {
    if (++this.#level > MOST_LEVELS) {
      throw new JsonFailure("exceeded max depth");
    }
    this.#at++;
    const value = read();
    this.#level--;
    return value;
  }

  #map(): GoMap {
    const map: GoMap = {};
    this.#skipSpace();
    if (this.#take("}")) return map;
    while (true) {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') {
        throw this.#unexpected("looking for beginning of object key string");
      }
      const key = this.#string();
      this.#skipSpace();
      if (!this.#take(":")) throw this.#unexpected("after object key");
      setField(map, key, this.#value());
      this.#skipSpace();
      if (this.#take("}")) return map;
      if (!this.#take(",")) {
        throw this.#unexpected("after object key:value pair");
      }
    }
  }

  #list(): GoValue[] {
    const list: GoValue[] = [];
    this.#skipSpace();
    if (this.#take("]")) return list;
    while (true) {
      list.push(this.#value());
      this.#skipSpace();
      if (this.#take("]")) return list;
      if (!this.#take(",")) throw this.#unexpected("after array element");
    }
  }

  #word<T>(word: string, value: T): T {
    for (const [index, char] of [...word].entries()) {
      if (index > 0 && this.#text[this.#at] !== char) {
        throw this.#unexpected(`in literal ${word} (expecting '${char}')`);
      }
      this.#at++;
    }
    return value;
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) {
      if (!this.#take("-")) {
        throw this.#unexpected("looking for beginning of value");
      }
      throw this.#unexpected("in numeric literal");
    }
    this.#at += digits.length;
    this.#checkNumberEnd(digits);
    const value = Number(digits);
    if (Number.isFinite(value)) return value;
    throw new JsonFailure(
      `json: cannot unmarshal number ${digits} into Go value of type float64`,
    );
  }

  /** A point or an exponent that no digit follows. */
  #checkNumberEnd(digits: string): void {
    if (!/[.eE]/.test(this.#text[this.#at] ?? "")) return;
    const isPoint = this.#text[this.#at] === ".";
    if (isPoint ? /[.eE]/.test(digits) : /[eE]/.test(digits)) return;
    this.#at++;
    if (isPoint) {
      throw this.#unexpected("after decimal point in numeric literal");
    }
    if (/[-+]/.test(this.#text[this.#at] ?? "")) this.#at++;
    throw this.#unexpected("in exponent of numeric literal");
  }

  #string(): string {
    PLAIN_STRING.lastIndex = this.#at;
    const plain = PLAIN_STRING.exec(this.#text);
    if (plain !== null) {
      this.#at += plain[0].length;
      return plain[1] as string;
    }
    const start = this.#at++;
    while (!this.#take('"')) this.#stringPart();
    return JSON.parse(this.#text.slice(start, this.#at)).toWellFormed();
  }

  #stringPart(): void {
    const char = this.#text[this.#at];
    if (char === undefined || char < " ") {
      throw this.#unexpected("in string literal");
    }
    this.#at++;
    if (char !== "\\") return;
    if (!/["\\/bfnrtu]/.test(this.#text[this.#at] ?? "")) {
      throw this.#unexpected("in string escape code");
    }
    if (this.#text[this.#at++] !== "u") return;
    for (let digit = 0; digit < 4; digit++) {
      if (!/[\da-fA-F]/.test(this.#text[this.#at] ?? "")) {
        throw this.#unexpected("in \\u hexadecimal character escape");
      }
      this.#at++;
    }
  }

  #skipSpace(): void {
    WHITE_SPACE.lastIndex = this.#at;
    this.#at += WHITE_SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #unexpected(context: string): JsonFailure {
    // Go takes the end for a space, which many places allow, but not these.
    const end = MIDDLE.test(context) ? 0x20 : undefined;
    const code = this.#text.codePointAt(this.#at) ?? end;
    if (code === undefined) {
      return new JsonFailure("unexpected end of JSON input");
    }
    return new JsonFailure(`invalid character ${quoteChar(code)} ${context}`);
  }
}

/** Go looks at one byte, and shows it as a character. */
function quoteChar(code: number): string {
  const byte = new TextEncoder().encode(
    String.fromCodePoint(code),
  )[0] as number;
  if (byte === 0x27) return `'\\''`;
  if (byte === 0x22) return `'"'`;
  return `'${quote(String.fromCharCode(byte)).slice(1, -1)}'`;
}
