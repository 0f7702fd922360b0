import {
  type Definition,
  formatIdentity,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import type { Explanation } from "./explanation.ts";
import { EXPLAIN_RULES } from "./rules.ts";

/**
 * Says that an object has nothing of a name.
 *
 * @param definition The object.
 * @param what What was asked for.
 * @param nearest What may have been meant.
 * @returns What is wrong with the question.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster } from "../render/_demo.ts";
 * assertEquals(unknownPart(demoCluster(), { what: 'field "a"' }).kind, "unknown");
 * ```
 */
export function unknownPart(
  { manifest, origin }: Definition,
  { what, nearest }: {
    readonly what: string;
    readonly nearest?: string | undefined;
  },
): Explanation {
  const object = identityOf(manifest);
  return {
    kind: "unknown",
    finding: makeFinding(
      EXPLAIN_RULES["explain/unknown-field"],
      `Cannot explain ${what} of ${formatIdentity(object)}: there is no such`,
      {
        object,
        place: { origin },
        ...(nearest === undefined
          ? {}
          : { remedy: `Did you mean "${nearest}"?` }),
      },
    ),
  };
}
