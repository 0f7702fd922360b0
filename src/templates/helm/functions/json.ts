/**
 * JSON in templates.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import type { GoFunction, Run } from "../go/function.ts";
import { type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { fn, type Functions } from "./define.ts";
import { JsonFailure, readJson } from "./json_read.ts";
import { type JsonStyle, writeJson } from "./json_write.ts";
import { kindOfJson } from "./json_kind.ts";
import { nilList, nilMap } from "./nil.ts";

const MUST_TO_RAW_JSON = writing({ raw: true }, true);

/** JSON in templates. */
export const JSON_FUNCTIONS: Functions = {
  toJson: writing({}, false),
  mustToJson: writing({}, true),
  toPrettyJson: writing({ pretty: true }, false),
  mustToPrettyJson: writing({ pretty: true }, true),
  toRawJson: MUST_TO_RAW_JSON,
  mustToRawJson: MUST_TO_RAW_JSON,
  fromJson: fn(["string"], ([text], run) => fromJson(text, run)),
  fromJsonArray: fn(["string"], ([text], run) => fromJsonArray(text, run)),
  mustFromJson: fn(["string"], ([text], run) => readJson(text, run)),
};

function writing(style: Omit<JsonStyle, "run">, must: boolean): GoFunction {
  return fn(["any"], ([value], run) => {
    try {
      return writeJson(value, { ...style, run });
    } catch (error) {
      if (must || !(error instanceof GoFailure)) throw error;
      return "";
    }
  });
}

/** What is no map is a map that holds the error. */
function fromJson(text: string, run: Run): GoMap {
  const value = tryReading(text, run);
  if (value instanceof JsonFailure) return { Error: value.message };
  if (value === null) return nilMap();
  if (isGoMap(value)) return value;
  return { Error: mismatch(value, "map[string]interface {}") };
}

/** What is no list is a list that holds the error. */
function fromJsonArray(text: string, run: Run): GoValue[] {
  const value = tryReading(text, run);
  if (value instanceof JsonFailure) return [value.message];
  if (value === null) return nilList();
  return Array.isArray(value) ? value : [mismatch(value, "[]interface {}")];
}

function tryReading(text: string, run: Run): GoValue | JsonFailure {
  try {
    return readJson(text, run);
  } catch (error) {
    if (error instanceof JsonFailure) return error;
    throw error;
  }
}

function mismatch(value: GoValue, wanted: string): string {
  return `json: cannot unmarshal ${
    kindOfJson(value)
  } into Go value of type ${wanted}`;
}
