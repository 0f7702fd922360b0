/**
 * An object of a layer or a Region, and where each of its values comes from.
 *
 * @module
 */

import {
  type FieldPath,
  getPath,
  type Identity,
  identityKey,
  identityOf,
  type Value,
} from "../model/mod.ts";
import { overriddenClaims } from "./explain_overridden.ts";
import type { ObjectExplainer } from "./explain_object.ts";
import type { ExplainedField, OwnText } from "./explanation.ts";
import type { FedShared } from "./find_shared_feeders.ts";
import { identityOfKey } from "./identity_of_key.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { sharedRule } from "./shared_rules.ts";
import type { Feeder } from "./source.ts";

/** What an object is, rather than what it says: copies are the same. */
const TYPE_FIELDS = ["apiVersion", "kind"];

/**
 * Prepares to explain what the layers and Regions have of a definition.
 *
 * @param fed What was found out about it.
 * @returns What explains the objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findSharedFeeders } from "./find_shared_feeders.ts";
 * const input = demoScope();
 * const template = known(input.inventory.serviceTemplates.get("prod/dns"));
 * const explainer = sharedExplainer(known(findSharedFeeders(input, template)));
 * const key = "source.toolkit.fluxcd.io/HelmChart/prod/dns";
 * const [field] = explainer.explain(key, ["spec", "interval"]).fields;
 * assertEquals(field?.own?.kind, "rule");
 * ```
 */
export function sharedExplainer(fed: FedShared): ObjectExplainer {
  const { base, record } = fed;
  return {
    keys: [...base.objects.keys()],
    explain(key, path = []) {
      const value = getPath(base.objects.get(key), path);
      const leaves = value === undefined ? [] : [...leavesOf(value, path)];
      return {
        object: identityOfKey(key),
        applied: base.applied.has(key),
        reasons: record.reasons(key),
        fields: leaves.map((leaf) => explainLeaf(fed, key, leaf)),
      };
    },
  };
}

function explainLeaf(
  fed: FedShared,
  key: string,
  { path, value }: Leaf,
): ExplainedField {
  const from = declaredIn(fed, key, { path, value }) ??
    fed.record.feeders(key, path);
  const given = from.filter(({ role }) => role === "gives");
  return {
    path,
    value,
    from,
    ...(given.length > 0 ? {} : { own: ownText(identityOfKey(key), path) }),
    overridden: given
      .filter(({ source }) => source.value === value)
      .flatMap(({ source }) => overriddenClaims(fed, source, { key, path })),
  };
}

/** A declared object is what somebody wrote, field by field. */
function declaredIn(
  { definition, targets }: FedShared,
  key: string,
  { path, value }: Leaf,
): readonly Feeder[] | undefined {
  const { manifest, origin } = definition;
  const own = identityOf(manifest);
  const { group, kind } = identityOfKey(key);
  const isCopy = group === own.group && kind === own.kind;
  const isDeclared = isSame(getPath(manifest, path), value) &&
    (key === identityKey(own) ||
      isCopy && TYPE_FIELDS.includes(String(path[0])));
  if (!isDeclared) return undefined;
  const known = targets.find(({ source: { field, place } }) =>
    place?.origin === origin && JSON.stringify(field) === JSON.stringify(path)
  );
  const place = { origin, field: path };
  const source = known?.source ??
    { kind: "definition", place, field: path, value, object: own };
  return [{ source, role: "gives", together: [] }];
}

/** Maps and lists without anything in them are values too. */
function isSame(a: Value | undefined, b: Value): boolean {
  return a === b || typeof a === "object" && typeof b === "object" &&
      JSON.stringify(a) === JSON.stringify(b);
}

function ownText(object: Identity, path: FieldPath): OwnText {
  const rule = sharedRule(object, path);
  return rule === undefined ? { kind: "unknown" } : { kind: "rule", rule };
}
