import type { Run } from "../go/function.ts";
import type { GoValue } from "../go/value.ts";
import { marshalGo } from "../../../yaml/mod.ts";
import { toData } from "./yaml_data.ts";
export function prettyYaml(value: GoValue, run: Run): string {
  return marshalGo(toData(value, run)).replace(/\n$/, "");
}
