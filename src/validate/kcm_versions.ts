/**
 * Checks that the version of KCM knows the fields that definitions use.
 *
 * @module
 */

import {
  K0RDENT_GROUP,
  KCM_SINCE,
  kcmHas,
  VERSIONED_FIELDS,
} from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  formatPath,
  getPath,
  groupOf,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds fields that came with a later version of KCM than `kcmVersion`.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkKcmVersions(checkInput(""))], []);
 * ```
 */
export function* checkKcmVersions(
  { inventory, config }: ValidateInput,
): Iterable<Finding> {
  const { kcmVersion } = config;
  const newer = VERSIONED_FIELDS
    .filter(({ feature }) => !kcmHas(kcmVersion, feature));
  if (newer.length === 0) return;
  for (const definition of inventory.all.values()) {
    const { manifest } = definition;
    if (groupOf(manifest.apiVersion) !== K0RDENT_GROUP) continue;
    for (const { kind, path, feature } of newer) {
      if (manifest.kind !== kind) continue;
      for (const field of presentFields(manifest, path)) {
        yield report(definition, "validate/kcm-version", {
          field,
          key: true,
          message: `Cannot use ${formatPath(field)} of ${
            formatIdentity(identityOf(manifest))
          }: it came with KCM ${
            KCM_SINCE[feature]
          }, and kcmVersion is ${kcmVersion}`,
        });
      }
    }
  }
}

/** The paths that lead to a field, with the indices of lists. */
function presentFields(value: unknown, path: FieldPath): FieldPath[] {
  const [step, ...rest] = path;
  if (step === undefined) return isEmpty(value) ? [] : [[]];
  if (step === "*") {
    return (Array.isArray(value) ? value : []).flatMap((item, index) =>
      presentFields(item, rest).map((found) => [index, ...found])
    );
  }
  return presentFields(getPath(value, [step]), rest)
    .map((found) => [step, ...found]);
}

/** Old versions of KCM do not miss what says nothing. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" ||
    value === false || (Array.isArray(value) && value.length === 0);
}
