/**
 * YAML in templates.
 *
 * @module
 */

import type { Value } from "../../../model/mod.ts";
import { loadFirstYaml, marshalGo, YamlError } from "../../../yaml/mod.ts";
import { GoFailure } from "../go/failure.ts";
import type { GoFunction, Run } from "../go/function.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import { fn, type Functions } from "./define.ts";
import { kindOfJson } from "./json_kind.ts";
import { fromData, toData } from "./yaml_data.ts";
import { prettyYaml } from "./yaml_pretty.ts";

/** YAML in templates. */
export const YAML_FUNCTIONS: Functions = {
  toYaml: writing(false),
  mustToYaml: writing(true),
  toYamlPretty: fn(["any"], ([value], run) => prettyYaml(value, run)),
  fromYaml: fn(["string"], ([text], run) => fromYaml(text, run)),
  fromYamlArray: fn(["string"], ([text], run) => fromYamlArray(text, run)),
};

function writing(must: boolean): GoFunction {
  return fn(["any"], ([value], run) => {
    try {
      return marshalGo(toData(value, run)).replace(/\n$/, "");
    } catch (error) {
      if (must || !(error instanceof GoFailure)) throw error;
      return "";
    }
  });
}

/** What is no map is a map that holds the error. */
function fromYaml(text: string, run: Run): GoMap {
  const value = read(text);
  if (value instanceof YamlError) return { Error: wording(value) };
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    return { Error: mismatch(value, "map[string]interface {}") };
  }
  return fromData(value, run) as GoMap;
}

/** What is no list is a list that holds the error. */
function fromYamlArray(text: string, run: Run): GoValue[] {
  const value = read(text);
  if (value instanceof YamlError) return [wording(value)];
  if (value === null) return [];
  if (!Array.isArray(value)) return [mismatch(value, "[]interface {}")];
  return fromData(value, run) as GoValue[];
}

function read(text: string): Value | YamlError {
  try {
    return loadFirstYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}

function wording({ line, message }: YamlError): string {
  return `error converting YAML to JSON: yaml: line ${line}: ${message}`;
}

function mismatch(value: Value, wanted: string): string {
  const kind = typeof value === "bigint" ? "number" : kindOfJson(value);
  return "error unmarshaling JSON: while decoding JSON: json: " +
    `cannot unmarshal ${kind} into Go value of type ${wanted}`;
}
