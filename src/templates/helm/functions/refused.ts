/**
 * Functions that k0render knows and refuses. They take any arguments: whatever
 * those are, the answer is no.
 *
 * @module
 */

import type { GoFunction } from "../go/function.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { RefusedFunction } from "./refused_function.ts";

/** What they need that a repeatable rendering cannot have. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  "present time": ["now", "ago"],
  "chance": [
    "randAlpha",
    "randAlphaNum",
    "randAscii",
    "randBytes",
    "randInt",
    "randNumeric",
    "shuffle",
    "uuidv4",
  ],
  "new keys and salts": [
    "bcrypt",
    "buildCustomCert",
    "derivePassword",
    "encryptAES",
    "genCA",
    "genCAWithKey",
    "genPrivateKey",
    "genSelfSignedCert",
    "genSelfSignedCertWithKey",
    "genSignedCert",
    "genSignedCertWithKey",
    "htpasswd",
  ],
};

/** The functions that are refused, and `getHostByName`, which Helm leaves mute. */
export const REFUSED: Functions = {
  ...Object.fromEntries(
    Object.entries(REASONS).flatMap(([reason, names]) =>
      names.map((name): [string, GoFunction] => [name, refusing(name, reason)])
    ),
  ),
  getHostByName: fn(["string"], () => ""),
};

/** The names of the functions that are refused whatever their arguments. */
export const REFUSED_NAMES: readonly string[] = Object.values(REASONS).flat();

function refusing(name: string, reason: string): GoFunction {
  return variadic(["any"], () => {
    throw new RefusedFunction(
      `Cannot call "${name}": rendering is repeatable, and has no ${reason}`,
    );
  });
}
