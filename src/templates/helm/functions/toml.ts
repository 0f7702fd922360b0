/**
 * TOML in templates.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import { parse, TomlDate, TomlError } from "smol-toml";
import { GoFailure } from "../go/failure.ts";
import type { GoFunction, Run } from "../go/function.ts";
import { int64 } from "../go/sized_int.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import { GoTime } from "./dates/objects.ts";
import { parseInstant } from "./dates/parse.ts";
import { fn, type Functions } from "./define.ts";
import { writeToml } from "./toml_write.ts";

/** TOML in templates. */
export const TOML_FUNCTIONS: Functions = {
  toToml: writing(false),
  mustToToml: writing(true),
  fromToml: fn(["string"], ([text], run) => fromToml(text, run)),
};

/** A value that cannot be written gives the text of the error. */
function writing(must: boolean): GoFunction {
  return fn(["any"], ([value], run) => {
    if (value === null || value === undefined) {
      throw new GoFailure("reflect: call of reflect.Value.Type on zero Value");
    }
    try {
      return writeToml(value, run);
    } catch (error) {
      if (must || !(error instanceof GoFailure)) throw error;
      return error.message;
    }
  });
}

/** What is no TOML is a map that holds the error. */
function fromToml(text: string, run: Run): GoMap {
  try {
    return readTable(parse(text, { integersAsBigInt: true }), run);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    return { Error: `toml: line ${error.line}: ${reason}` };
  }
}

/** A date without a zone is in UTC, a time without a date in the year 0. */
function readDate(date: TomlDate): GoTime {
  const text = date.toISOString();
  const full = date.isTime()
    ? `0000-01-01T${text}Z`
    : date.isDate()
    ? `${text}T00:00:00Z`
    : date.isLocal()
    ? `${text}Z`
    : text;
  return new GoTime(parseInstant("2006-01-02T15:04:05Z07:00", full));
}

function readTable(table: Readonly<Record<string, unknown>>, run: Run): GoMap {
  const map: GoMap = {};
  for (const key of Object.keys(table)) {
    setField(map, key, readValue(table[key], run));
  }
  return map;
}

function readValue(value: unknown, run: Run): GoValue {
  run.step();
  if (typeof value === "bigint") return int64(value);
  if (Array.isArray(value)) return value.map((item) => readValue(item, run));
  if (value instanceof TomlDate) return readDate(value);
  if (typeof value === "object") {
    return readTable(value as Readonly<Record<string, unknown>>, run);
  }
  return value as GoValue;
}
