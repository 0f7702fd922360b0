/**
 * Checks that no object was exported from a live cluster as it was.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getPath,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/** Fields that the API server owns, and that keep Flux from applying. */
const SERVER_FIELDS = ["uid", "resourceVersion", "managedFields"];

/**
 * Finds objects with fields that only the API server may write. Server-side
 * apply takes `uid` and `resourceVersion` for conditions that no longer hold,
 * and refuses `managedFields`.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: v1
 * kind: Namespace
 * metadata: {name: a, uid: 2f7c}
 * `);
 * const found = [...checkLiveObjects(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/live-object"]);
 * ```
 */
export function* checkLiveObjects(input: ValidateInput): Iterable<Finding> {
  for (const definition of input.inventory.all.values()) {
    for (const name of SERVER_FIELDS) {
      const field = ["metadata", name];
      if (getPath(definition.manifest, field) === undefined) continue;
      const object = formatIdentity(identityOf(definition.manifest));
      yield report(definition, "validate/live-object", {
        field,
        key: true,
        message:
          `Cannot apply ${object}: metadata.${name} is of a live cluster`,
      });
    }
  }
}
