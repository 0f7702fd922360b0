/**
 * The helpers of the template language, one group a file.
 *
 * @module
 */

import { COLLECTION_HELPERS } from "./collections.ts";
import { ENCODING_HELPERS } from "./encoding.ts";
import { GUARD_HELPERS } from "./guards.ts";
import type { Helper } from "./helper.ts";
import { LOGIC_HELPERS } from "./logic.ts";
import { NUMBER_HELPERS } from "./numbers.ts";
import { TEXT_HELPERS } from "./text.ts";

export { ArgumentError, type Helper, nameType, textOf } from "./helper.ts";
export { isTruthy } from "./logic.ts";

/** Every helper by its name. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  [
    COLLECTION_HELPERS,
    ENCODING_HELPERS,
    GUARD_HELPERS,
    LOGIC_HELPERS,
    NUMBER_HELPERS,
    TEXT_HELPERS,
  ].flatMap((group) => Object.entries(group)),
);
