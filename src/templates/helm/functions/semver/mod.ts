/**
 * Semantic versions in templates, as Masterminds/semver knows them.
 *
 * @module
 */

import { fn, type Functions } from "../define.ts";
import { parseConstraint } from "./constraint.ts";
import { SemverObject } from "./object.ts";
import { parseVersion } from "./version.ts";

/** Semantic versions. */
export const SEMVER: Functions = {
  semver: fn(["string"], ([text]) => new SemverObject(parseVersion(text))),
  semverCompare: fn(["string", "string"], ([constraint, version]) => {
    const accepts = parseConstraint(constraint);
    return accepts(parseVersion(version));
  }),
};
