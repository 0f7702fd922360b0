/**
 * Checks that names are what Kubernetes allows, and so can be paths.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isDnsLabel, isDnsSubdomain, isPathSegment } from "./name_syntax.ts";

/** Kinds of the core group whose names are DNS labels. */
const LABEL_NAMED: ReadonlySet<string> = new Set(["Namespace", "Service"]);

/**
 * Finds names and namespaces that the API server would refuse.
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
 * kind: ConfigMap
 * metadata: {name: Aws, namespace: prod}
 * `);
 * const found = [...checkObjectNames(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/object-name"]);
 * ```
 */
export function* checkObjectNames(input: ValidateInput): Iterable<Finding> {
  for (const definition of input.inventory.all.values()) {
    const object = identityOf(definition.manifest);
    if (!isAllowedName(object)) {
      yield report(definition, "validate/object-name", {
        field: ["metadata", "name"],
        message: `Cannot name a ${object.kind} "${object.name}": ${
          isLabelNamed(object) ? "it is no DNS label" : "it is no DNS subdomain"
        }`,
      });
    }
    const { namespace } = object;
    if (namespace !== "" && !isAllowedNamespace(namespace)) {
      yield report(definition, "validate/object-name", {
        field: ["metadata", "namespace"],
        message: `Cannot place ${
          formatIdentity(object)
        }: "${namespace}" is no name of a namespace`,
      });
    }
  }
}

function isLabelNamed(object: { group: string; kind: string }): boolean {
  return object.group === "" && LABEL_NAMED.has(object.kind);
}

function isAllowedName(
  object: { group: string; kind: string; name: string },
): boolean {
  if (object.group === "rbac.authorization.k8s.io") {
    return isPathSegment(object.name);
  }
  return isLabelNamed(object)
    ? isDnsLabel(object.name)
    : isDnsSubdomain(object.name);
}

/** YAML can make a namespace a number; the schema has reported that. */
function isAllowedNamespace(namespace: unknown): boolean {
  return typeof namespace !== "string" || isDnsLabel(namespace);
}
