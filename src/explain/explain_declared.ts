/**
 * Answers to questions about objects that are no clusters.
 *
 * @module
 */

import {
  didYouMean,
  inventoryReferences,
  selectsCluster,
} from "../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  formatIdentity,
  formatPath,
  getPath,
  type Identity,
  identityKey,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import type { ExplainedInput, Standing } from "./explanation.ts";
import type { Explanation } from "./explain_cluster.ts";
import { findPath } from "./find_path.ts";
import { leavesOf } from "./leaves.ts";
import type { Query } from "./query.ts";
import { EXPLAIN_RULES } from "./rules.ts";
import type { ExplainInput } from "./subject.ts";

/**
 * Answers a question about an object that is no cluster: where its fields
 * stand, who names it, which clusters it selects, what copies there are.
 *
 * @param input What the dry source is rendered from.
 * @param definition The object.
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
  definition: Definition,
  query: Query,
): Explanation {
  const { manifest } = definition;
  if (query.kind !== "all" && query.kind !== "field") {
    return unknown(definition, query.kind);
  }
  const path = query.kind === "all" ? [] : findPath(manifest, query.field);
  if (path === undefined) {
    return unknown(definition, query.kind === "field" ? query.field : "");
  }
  return {
    kind: "answer",
    answer: {
      inputs: [...leavesOf(getPath(manifest, path) ?? null, path)]
        .map((leaf) => inputOf(definition, leaf.path)),
      values: [],
      objects: [],
      services: [],
      standing: standingOf(input, identityOf(manifest)),
    },
  };
}

function inputOf(
  { manifest, origin }: Definition,
  path: FieldPath,
): ExplainedInput {
  const value = getPath(manifest, path) ?? null;
  return { path, value, place: { origin, field: path }, reaches: [] };
}

function standingOf({ inventory }: ExplainInput, object: Identity): Standing {
  const key = identityKey(object);
  const selector = object.kind === "MultiClusterService"
    ? inventory.multiClusterServices.get(object.name)
    : undefined;
  const namedBy = [...inventoryReferences(inventory)]
    .filter(({ to }) => identityKey(to) === key)
    .map(({ from, field }) => ({
      object: identityOf(from.manifest),
      place: { origin: from.origin, field },
    }));
  const selects = selector === undefined
    ? []
    : [...inventory.clusterDeployments].filter(([, { manifest }]) =>
      selectsCluster(selector.spec, manifest.metadata.labels ?? {})
    ).map(([cluster]) => cluster);
  const copies = [...inventory.all.values()]
    .filter(({ copied }) => copied && identityKey(copied.from) === key)
    .map(({ manifest }) => identityOf(manifest));
  return { namedBy, selects, copies };
}

function unknown({ manifest, origin }: Definition, field: string): Explanation {
  const object = identityOf(manifest);
  const known = [...leavesOf(manifest)].map(({ path }) => formatPath(path));
  const nearest = didYouMean(field, known);
  return {
    kind: "unknown",
    finding: makeFinding(
      EXPLAIN_RULES["explain/unknown-field"],
      `Cannot explain field "${field}" of ${
        formatIdentity(object)
      }: there is no such`,
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
