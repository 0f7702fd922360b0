/**
 * Answers to questions about objects that are no clusters.
 *
 * @module
 */

import {
  type Definition,
  type FieldPath,
  getPath,
  identityKey,
  identityOf,
} from "../model/mod.ts";
import type { ObjectExplainer } from "./explain_object.ts";
import { sharedExplainer } from "./explain_shared.ts";
import type {
  Answer,
  ExplainedInput,
  ExplainedObject,
  Explanation,
  Reached,
} from "./explanation.ts";
import { findPath } from "./find_path.ts";
import { fieldsOf, findRendered } from "./find_rendered.ts";
import { type FedShared, findSharedFeeders } from "./find_shared_feeders.ts";
import { identityOfKey } from "./identity_of_key.ts";
import { leavesOf } from "./leaves.ts";
import { nearestField } from "./nearest_field.ts";
import type { Query } from "./query.ts";
import { standingOf } from "./standing.ts";
import { type ExplainInput, writtenDefinitions } from "./subject.ts";
import { unknownPart } from "./unknown_part.ts";

/** An object, and what was found out about what comes of it. */
interface Subject {
  readonly input: ExplainInput;
  /** A copy, or what somebody wrote. */
  readonly asked: Definition;
  readonly fed: FedShared;
  readonly explainer: ObjectExplainer;
}

/**
 * Answers a question about an object that is no cluster: where its fields
 * stand and what they reach, where the values of all that KCM makes of it come
 * from, who names it, which clusters it selects, what copies there are.
 *
 * @param input What the dry source is rendered from.
 * @param asked The object.
 * @param query The question.
 * @returns The answer, or what is wrong with the question.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * const input = demoScope();
 * const credential = known(input.inventory.credentials.get("prod/docker"));
 * const found = explainDeclared(input, credential, { kind: "all" });
 * assertEquals(
 *   found.kind === "answer" && found.answer.standing?.namedBy.length,
 *   1,
 * );
 * ```
 */
export function explainDeclared(
  input: ExplainInput,
  asked: Definition,
  query: Query,
): Explanation {
  const { origin } = asked;
  const original = writtenDefinitions(input)
    .find((each) => each.origin === origin) ?? asked;
  const fed = findSharedFeeders(input, original);
  if (fed === undefined) return unknownPart(asked, { what: "the objects" });
  const subject = { input, asked, fed, explainer: sharedExplainer(fed) };
  switch (query.kind) {
    case "all":
      return explainAll(subject);
    case "field":
      return explainField(subject, query.field);
    case "rendered":
      return explainRendered(subject, query);
    default:
      return unknownPart(asked, { what: query.kind });
  }
}

function explainAll(subject: Subject): Explanation {
  const { input, asked, explainer } = subject;
  const own = identityKey(identityOf(asked.manifest));
  if (asked.copied !== undefined) {
    return answer({
      objects: [explainer.explain(own)],
      standing: standingOf(input, identityOf(asked.manifest)),
    });
  }
  return answer({
    inputs: inputsUnder(subject, []),
    objects: explainer.keys.flatMap((key) =>
      key === own ? added(subject, key) : [explainer.explain(key)]
    ),
    standing: standingOf(input, identityOf(asked.manifest)),
  });
}

/** What an object has when it is rendered, beside what is declared. */
function added(
  { asked, explainer }: Subject,
  key: string,
): ExplainedObject[] {
  const object = explainer.explain(key);
  const fields = object.fields.filter(({ path }) =>
    getPath(asked.manifest, path) === undefined
  );
  return fields.length === 0 ? [] : [{ ...object, fields }];
}

function explainField(subject: Subject, field: string): Explanation {
  const { input, asked, explainer } = subject;
  const { manifest } = asked;
  const path = findPath(manifest, field);
  if (path === undefined) {
    return unknownPart(asked, {
      what: `field "${field}"`,
      nearest: nearestField(field, fieldsOf(manifest)),
    });
  }
  const standing = standingOf(input, identityOf(manifest));
  return asked.copied === undefined
    ? answer({ inputs: inputsUnder(subject, path), standing })
    : answer({
      objects: [explainer.explain(identityKey(identityOf(manifest)), path)],
      standing,
    });
}

function inputsUnder(
  { asked, fed }: Subject,
  path: FieldPath,
): ExplainedInput[] {
  const { manifest, origin } = asked;
  return [...leavesOf(getPath(manifest, path) ?? null, path)].map((leaf) => ({
    ...leaf,
    place: { origin, field: leaf.path },
    reaches: [...reachedFrom(fed, leaf.path)],
  }));
}

function* reachedFrom(
  { definition, targets, record }: FedShared,
  field: FieldPath,
): Generator<Reached> {
  const own = identityKey(identityOf(definition.manifest));
  const source = targets.map((target) => target.source).find((each) =>
    each.place?.origin === definition.origin &&
    JSON.stringify(each.field) === JSON.stringify(field)
  );
  if (source === undefined) return;
  for (const { object, path, role } of record.reached(source)) {
    if (object !== own) yield { object: identityOfKey(object), path, role };
  }
}

function explainRendered(
  subject: Subject,
  query: Extract<Query, { kind: "rendered" }>,
): Explanation {
  const { asked, fed, explainer } = subject;
  const found = findRendered(fed.base.objects, explainer.keys, query);
  return found.kind === "found"
    ? answer({
      objects: found.places.map(({ key, path }) =>
        explainer.explain(key, path)
      ),
    })
    : unknownPart(asked, found);
}

function answer(parts: Partial<Answer>): Explanation {
  return {
    kind: "answer",
    answer: { inputs: [], values: [], objects: [], services: [], ...parts },
  };
}
