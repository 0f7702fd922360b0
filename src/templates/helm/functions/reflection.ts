/**
 * Functions that ask for types and kinds.
 *
 * @module
 */

import { typeName } from "../go/type_name.ts";
import { deepEqual } from "./deep_equal.ts";
import { fn, type Functions } from "./define.ts";
import { kindName } from "./kind.ts";

/** Functions that ask for types and kinds. */
export const REFLECTION: Functions = {
  typeOf: fn(["any"], ([value]) => typeName(value)),
  typeIs: fn(["string", "any"], ([type, value]) => typeName(value) === type),
  typeIsLike: fn(["string", "any"], ([type, value]) => {
    const actual = typeName(value);
    return actual === type || actual === `*${type}`;
  }),
  kindOf: fn(["any"], ([value]) => kindName(value)),
  kindIs: fn(["string", "any"], ([kind, value]) => kindName(value) === kind),
  deepEqual: fn(["any", "any"], ([a, b], run) => deepEqual(a, b, run)),
};
