/**
 * Which values a parameter accepts.
 *
 * @module
 */

import { GoBytes } from "./bytes.ts";
import type { Execution } from "./execution.ts";
import type { GoType } from "./function.ts";
import { SizedInt } from "./sized_int.ts";
import { INTERFACE, typeName } from "./type_name.ts";
import { type GoValue, isGoMap } from "./value.ts";

const NAMES: Readonly<Record<GoType, string>> = {
  any: INTERFACE,
  value: "reflect.Value",
  string: "string",
  bool: "bool",
  int: "int",
  int64: "int64",
  float64: "float64",
  map: "map[string]interface {}",
  list: "[]interface {}",
  strings: "[]string",
  bytes: "[]uint8",
  "time.Time": "time.Time",
  "*semver.Version": "*semver.Version",
};

const NILLABLE: ReadonlySet<GoType> = new Set([
  "any",
  "value",
  "map",
  "list",
  "strings",
  "bytes",
  "*semver.Version",
]);

/**
 * Names a type as Go's reflect does.
 *
 * @param type The type.
 * @returns Its name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(nameOfType("map"), "map[string]interface {}");
 * ```
 */
export function nameOfType(type: GoType): string {
  return NAMES[type];
}

/**
 * Whether `nil` can stand for a value of a type.
 *
 * @param type The type.
 * @returns Whether it can.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(canBeNil("any"));
 * assert(!canBeNil("string"));
 * ```
 */
export function canBeNil(type: GoType): boolean {
  return NILLABLE.has(type);
}

/**
 * Checks that a value may be given for a parameter.
 *
 * @param run The execution, which ends where it may not.
 * @param value The value.
 * @param type The parameter's type.
 * @returns The value; `null` for no value, except to a `value`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { executeText } from "./testing.ts";
 * assertEquals(
 *   executeText("{{ printf .n }}", { n: 22 }),
 *   'template: t:1:10: executing "t" at <.n>: wrong type for value; expected string; got float64',
 * );
 * ```
 */
export function checkArgument(
  run: Execution,
  value: GoValue,
  type: GoType,
): GoValue {
  if (type === "value") return value;
  if (value === undefined) {
    if (canBeNil(type)) return null;
    return run.fail(`invalid value; expected ${NAMES[type]}`);
  }
  if (accepts(type, value)) return value;
  const got = value === null ? INTERFACE : typeName(value);
  return run.fail(
    `wrong type for value; expected ${NAMES[type]}; got ${got}`,
  );
}

function accepts(type: GoType, value: GoValue): boolean {
  switch (type) {
    case "any":
    case "value":
      return true;
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "int":
      return typeof value === "bigint";
    case "int64":
      return value instanceof SizedInt && value.goType === "int64";
    case "float64":
      return typeof value === "number";
    case "bytes":
      return value instanceof GoBytes;
    case "map":
      return isGoMap(value) && isAssignable(value, type);
    case "list":
    case "strings":
      return Array.isArray(value) && isAssignable(value, type);
    default:
      return typeName(value) === NAMES[type];
  }
}

/** A named type is assignable where what it names is the same. */
function isAssignable(value: GoValue, type: GoType): boolean {
  const name = typeName(value);
  return name === NAMES[type] || !/^(?:map)?\[/.test(name);
}
