import { type Finding, identityKey } from "../../model/mod.ts";

/**
 * What is wrong now and was not before.
 *
 * @param before What was said of the definitions before the change.
 * @param after What is to be said of them now.
 * @returns The findings that the change brings, each once; that one moved to
 * another line makes it no new one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeFinding } from "../../model/mod.ts";
 * const rule = { id: "demo/odd", severity: "error", summary: "", remedy: "" } as const;
 * const [old, fresh] = [makeFinding(rule, "It is 1"), makeFinding(rule, "It is 3")];
 * assertEquals(newFindings([old], [old, fresh, fresh]), [fresh]);
 * ```
 */
export function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): readonly Finding[] {
  const known = new Set(before.map(keyOf));
  return after.filter((finding) => {
    const key = keyOf(finding);
    return !known.has(key) && known.add(key) !== undefined;
  });
}

function keyOf({ rule, message, object, place }: Finding): string {
  const about = object === undefined
    ? place?.origin.file ?? ""
    : identityKey(object);
  return [rule.id, message, about].join("\0");
}
