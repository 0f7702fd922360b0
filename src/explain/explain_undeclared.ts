import { explainDeclared } from "./explain_declared.ts";
import type { Explanation } from "./explanation.ts";
import { namesOf } from "./find_object.ts";
import type { Undeclared } from "./find_undeclared.ts";
import type { Query } from "./query.ts";
import type { ExplainInput } from "./subject.ts";
import { unknownPart } from "./unknown_part.ts";

/**
 * Answers a question about an object that nobody declares: where its values
 * come from.
 *
 * @param input What the dry source is rendered from.
 * @param undeclared The object, and the definition that it comes of.
 * @param query The question: a field, or all.
 * @returns The answer, or what is wrong with the question.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findUndeclared } from "./find_undeclared.ts";
 * const input = demoScope();
 * const [chart] = findUndeclared(input, "HelmChart/prod/dns");
 * const query = { kind: "field", field: "spec.version" } as const;
 * assertEquals(explainUndeclared(input, known(chart), query).kind, "answer");
 * ```
 */
export function explainUndeclared(
  input: ExplainInput,
  { object, definition }: Undeclared,
  query: Query,
): Explanation {
  if (query.kind !== "all" && query.kind !== "field") {
    return unknownPart(definition, { what: query.kind });
  }
  const [name = object.name] = namesOf(object);
  return explainDeclared(input, definition, {
    kind: "rendered",
    of: object.kind,
    name,
    ...(query.kind === "all" ? {} : { field: query.field }),
  });
}
