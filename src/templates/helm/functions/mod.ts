/**
 * The functions that a chart's templates may call: Sprig's and Helm's.
 *
 * @module
 */

import type { FunctionTable } from "../go/function.ts";
import { DATES } from "./dates.ts";
import { DECRYPT } from "./decrypt.ts";
import { DICTS } from "./dicts.ts";
import { DURATIONS } from "./durations.ts";
import { ENCODING } from "./encoding.ts";
import { FLOATS } from "./floats.ts";
import { FLOW } from "./flow.ts";
import { HASHES } from "./hashes.ts";
import { HELM } from "./helm.ts";
import { INTEGERS } from "./integers.ts";
import { JSON_FUNCTIONS } from "./json.ts";
import { LIST_PARTS } from "./list_parts.ts";
import { LISTS } from "./lists.ts";
import { PATHS } from "./paths.ts";
import { REFLECTION } from "./reflection.ts";
import { REFUSED } from "./refused.ts";
import { REGEXP } from "./regexp.ts";
import { SEMVER } from "./semver/mod.ts";
import { SEQUENCES } from "./sequences.ts";
import { TEXT_CASE } from "./text_case.ts";
import { TEXT_CUT } from "./text_cut.ts";
import { TEXT_LISTS } from "./text_lists.ts";
import { TEXT_SHAPE } from "./text_shape.ts";
import { TEXT_TRIM } from "./text_trim.ts";
import { TEXT_WRITE } from "./text_write.ts";
import { TOML_FUNCTIONS } from "./toml.ts";
import { URLS } from "./urls/mod.ts";
import { YAML_FUNCTIONS } from "./yaml.ts";

export { chartMessageOf } from "./chart_message.ts";
export { REFUSED_NAMES } from "./refused.ts";
export { refusalIn, RefusedFunction } from "./refused_function.ts";

/** Every function by its name, but Go's own; `slice` stands in the stead of one. */
export const FUNCTIONS: FunctionTable = new Map(
  [
    DATES,
    DECRYPT,
    DICTS,
    DURATIONS,
    ENCODING,
    FLOATS,
    FLOW,
    HASHES,
    HELM,
    INTEGERS,
    JSON_FUNCTIONS,
    LIST_PARTS,
    LISTS,
    PATHS,
    REFLECTION,
    REFUSED,
    REGEXP,
    SEMVER,
    SEQUENCES,
    TEXT_CASE,
    TEXT_CUT,
    TEXT_LISTS,
    TEXT_SHAPE,
    TEXT_TRIM,
    TEXT_WRITE,
    TOML_FUNCTIONS,
    URLS,
    YAML_FUNCTIONS,
  ].flatMap((group) => Object.entries(group)),
);
