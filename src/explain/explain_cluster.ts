/**
 * Answers to questions about a cluster.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";
import {
  type FieldPath,
  getPath,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import { mergeValues } from "../templates/mod.ts";
import { objectExplainer } from "./explain_object.ts";
import { explainServices } from "./explain_services.ts";
import { explainValue, reachedFrom } from "./explain_value.ts";
import type { Answer, ExplainedInput, Explanation } from "./explanation.ts";
import type { FedCluster } from "./find_feeders.ts";
import { findPath } from "./find_path.ts";
import { fieldsOf, findRendered } from "./find_rendered.ts";
import { leavesOf } from "./leaves.ts";
import { nearestField } from "./nearest_field.ts";
import type { Query } from "./query.ts";
import { unknownPart } from "./unknown_part.ts";

const NOTHING: Answer = { inputs: [], values: [], objects: [], services: [] };

/**
 * Answers a question about a cluster.
 *
 * @param fed The cluster, and what its objects come from.
 * @param query The question.
 * @returns The answer, or what is wrong with the question.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * import { readQuery } from "./query.ts";
 * const fed = known(findFeeders(demoScope(), "prod/eu1"));
 * const query = readQuery(["spec.config.workersNumber"]);
 * const found = explainCluster(fed, query);
 * assertEquals(found.kind === "answer" && found.answer.values[0]?.value, 2);
 * ```
 */
export function explainCluster(fed: FedCluster, query: Query): Explanation {
  switch (query.kind) {
    case "all":
      return explainAll(fed);
    case "service":
      return explainService(fed, query.name);
    case "rendered":
      return explainRendered(fed, query);
    case "value":
      return explainField(fed, `spec.config.${query.field}`);
    case "field":
      return explainField(fed, query.field);
  }
}

function explainAll(fed: FedCluster): Explanation {
  const explainer = objectExplainer(fed);
  return answer({
    values: valuesUnder(fed, []),
    objects: explainer.keys.map((key) => explainer.explain(key)),
    services: explainServices(fed),
  });
}

function answer(parts: Partial<Answer>): Explanation {
  return { kind: "answer", answer: { ...NOTHING, ...parts } };
}

function explainField(fed: FedCluster, field: string): Explanation {
  const { deployment } = fed.base.cluster.inputs;
  const { manifest, spec } = deployment;
  const merged = mergedValues(fed);
  const known: ValueMap = {
    ...manifest,
    spec: { ...spec as unknown as ValueMap, config: merged },
  };
  const path = findPath(known, field) ?? findPath(manifest, field);
  if (path === undefined) return unknownField(fed, field, known);
  const [root, config, ...value] = path;
  if (root === "spec" && config === "config") {
    return answer({ values: valuesUnder(fed, value) });
  }
  const leaves = [...leavesOf(getPath(known, path) ?? null, path)];
  return answer({ inputs: leaves.map((leaf) => explainInput(fed, leaf)) });
}

/** What the chart is given, with its own values below. */
function mergedValues({ around }: FedCluster): ValueMap {
  return mergeValues(around.package?.defaults ?? {}, around.values);
}

function valuesUnder(fed: FedCluster, path: FieldPath) {
  const value = getPath(mergedValues(fed), path);
  const leaves = value === undefined ? [{ path }] : leavesOf(value, path);
  return [...leaves].flatMap((leaf) => explainValue(fed, leaf.path) ?? []);
}

function explainInput(
  fed: FedCluster,
  { path, value }: { path: FieldPath; value: Value },
): ExplainedInput {
  const { manifest, origin } = fed.base.cluster.inputs.deployment;
  const sources = fed.sources.filter(({ place, field }) =>
    place?.origin === origin && JSON.stringify(field) === JSON.stringify(path)
  );
  return {
    path,
    value,
    ...(getPath(manifest, path) === undefined
      ? {}
      : { place: { origin, field: path } }),
    reaches: [...reachedFrom(fed, new Set(sources))],
  };
}

function explainService(fed: FedCluster, name?: string): Explanation {
  const services = explainServices(fed, name);
  if (services.length > 0 || name === undefined) return answer({ services });
  const known = explainServices(fed).map((service) => service.name);
  return unknown(fed, `service "${name}"`, didYouMean(name, known));
}

function explainRendered(
  fed: FedCluster,
  query: Extract<Query, { kind: "rendered" }>,
): Explanation {
  const explainer = objectExplainer(fed);
  const found = findRendered(fed.base.objects, explainer.keys, query);
  return found.kind === "found"
    ? answer({
      objects: found.places.map(({ key, path }) =>
        explainer.explain(key, path)
      ),
    })
    : unknown(fed, found.what, found.nearest);
}

function unknownField(
  fed: FedCluster,
  field: string,
  known: ValueMap,
): Explanation {
  return unknown(fed, `field "${field}"`, nearestField(field, fieldsOf(known)));
}

function unknown(
  { base }: FedCluster,
  what: string,
  nearest: string | undefined,
): Explanation {
  return unknownPart(base.cluster.inputs.deployment, { what, nearest });
}
