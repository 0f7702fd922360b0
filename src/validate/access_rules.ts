/**
 * Checks on AccessManagement.
 *
 * @module
 */

import {
  accessManagement,
  type AccessManagementSpec,
  type AccessResource,
  accessResources,
  type AccessRule,
  type Declared,
  distributedObjects,
  type MissingObject,
  targetsOf,
} from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  identityOf,
} from "../model/mod.ts";
import { accessKindFault } from "./access_kinds.ts";
import { report, type ValidateInput } from "./input.ts";
import { isProvided } from "./provided.ts";

/** A part of an access rule, and what it stands in. */
interface RuleContext {
  readonly access: Declared<AccessManagementSpec>;
  /** The field of the rule. */
  readonly field: FieldPath;
  readonly input: ValidateInput;
}

/**
 * Finds access rules that KCM cannot follow, and those whose outcome Git does
 * not tell.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: AccessManagement
 * metadata: {name: kcm}
 * spec: {accessRules: [{targetNamespaces: {list: [prod]}, credentials: [aws]}]}
 * `);
 * const found = [...checkAccessRules(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/access-object"]);
 * ```
 */
export function* checkAccessRules(input: ValidateInput): Iterable<Finding> {
  const access = accessManagement(input.inventory);
  if (access === undefined) return;
  for (const other of input.inventory.accessManagements.values()) {
    if (other !== access) yield secondOf(other, access);
  }
  for (const [index, rule] of access.spec.accessRules.entries()) {
    const field = ["spec", "accessRules", index];
    const context = { access, field, input };
    yield* namespaceFindings(rule, context);
    for (const resource of accessResources(rule, input.config.kcmVersion)) {
      yield* resourceFindings(resource, context);
    }
  }
}

function secondOf(
  other: Declared<AccessManagementSpec>,
  access: Declared<AccessManagementSpec>,
): Finding {
  const field = ["metadata", "name"];
  return report(other, "validate/second-access-management", {
    field,
    message: `Cannot use ${
      formatIdentity(identityOf(other.manifest))
    }: there is another AccessManagement`,
    related: [{
      place: { origin: access.origin, field },
      message: "The other one",
    }],
  });
}

function* namespaceFindings(
  { targetNamespaces = {} }: AccessRule,
  { access, field, input }: RuleContext,
): Iterable<Finding> {
  const targets = targetsOf(targetNamespaces, input.inventory);
  const place = [...field, "targetNamespaces"];
  if (targets.kind === "listed") return;
  if (targets.kind === "problem") {
    yield report(access, "validate/access-selector", {
      field: [...place, "stringSelector"],
      message: `Cannot choose namespaces: ${targets.problem}`,
    });
    return;
  }
  const { names } = targets;
  const known = names.length === 0
    ? "none"
    : names.map((name) => `"${name}"`).join(", ");
  yield report(access, "validate/access-namespaces", {
    field: targets.kind === "all" ? field : place,
    severity: targets.kind === "all" || names.length === 0
      ? "warning"
      : "notice",
    message: targets.kind === "all"
      ? `The rule is for all namespaces: known are ${known}`
      : `The rule chooses namespaces by their labels: of those declared as Namespace, ${known}`,
  });
}

function* resourceFindings(
  resource: AccessResource,
  context: RuleContext,
): Iterable<Finding> {
  const { access, input } = context;
  const field = [...context.field, ...resource.field];
  const fault = accessKindFault(resource, input.inventory);
  if (fault !== undefined) {
    yield report(access, "validate/access-kind", {
      field: [...field, "kind"],
      ...fault,
    });
    return;
  }
  const { found, missing, problem } = distributedObjects(
    resource,
    input.inventory,
  );
  if (problem !== undefined) {
    yield report(access, "validate/access-selector", {
      field: [...field, "stringSelector"],
      message: `Cannot choose objects of kind ${resource.kind}: ${problem}`,
    });
  }
  for (const one of missing) yield missingObject(one, context);
  if (input.config.applyLevel === "k0rdent") return;
  for (const { manifest, verbatim } of found) {
    if (verbatim === undefined) continue;
    yield report(access, "validate/encrypted-copy", {
      field,
      message: `Cannot copy ${
        formatIdentity(identityOf(manifest))
      }: it is encrypted`,
    });
  }
}

/** Secrets and ConfigMaps are often made by hand or by other tools. */
function missingObject(
  { wanted, field }: MissingObject,
  { access, field: rule, input }: RuleContext,
): Finding {
  const isPlain = wanted.group === "" || isProvided(wanted, input.inventory);
  return report(
    access,
    isPlain ? "validate/undeclared-reference" : "validate/access-object",
    {
      field: [...rule, ...field],
      message: `Cannot distribute ${
        formatIdentity(wanted)
      }: nobody declares it`,
    },
  );
}
