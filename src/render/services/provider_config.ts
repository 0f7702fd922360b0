/**
 * The configuration of the provider that delivers services (kcm-spec 3.2).
 *
 * @module
 */

import { DEFAULT_STATE_MANAGEMENT } from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  getField,
  isMap,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";

/** Which provider delivers services, and how. */
export interface ServiceProvider {
  readonly name: string;
  /** Left out where only a provider is named: the defaults differ then. */
  readonly config?: ValueMap;
}

/** A field of the configuration that is not what KCM reads there. */
export interface ConfigProblem {
  /** The field, from `provider.config`. */
  readonly path: FieldPath;
  readonly message: string;
}

/** Deprecated fields of `serviceSpec` by the field they became. */
const DEPRECATED_FIELDS: Readonly<Record<string, string>> = {
  syncMode: "syncMode",
  templateResourceRefs: "templateResourceRefs",
  policyRefs: "policyRefs",
  driftIgnore: "driftIgnore",
  driftExclusions: "driftExclusions",
  priority: "priority",
  stopOnConflict: "stopOnConflict",
  reload: "reloader",
  continueOnError: "continueOnError",
};

const MAX_PRIORITY = 2147483646;

const FIELD_CHECKS: Readonly<Record<string, [string, (v: Value) => boolean]>> =
  {
    priority: [`an integer from 1 to ${MAX_PRIORITY}`, isPriority],
    maxConsecutiveFailures: ["an integer of at least 0", isCount],
    syncMode: ["a string", isString],
    stopMatchingBehavior: ["a string", isString],
    continueOnError: ["true or false", isBoolean],
    reloader: ["true or false", isBoolean],
    stopOnConflict: ["true or false", isBoolean],
    driftIgnore: ["a list", Array.isArray],
    driftExclusions: ["a list", Array.isArray],
    patches: ["a list", Array.isArray],
    policyRefs: ["a list", Array.isArray],
    templateResourceRefs: ["a list", Array.isArray],
  };

/**
 * The provider of a service spec, with its configuration.
 *
 * @param serviceSpec The `serviceSpec` of a ClusterDeployment or
 * MultiClusterService.
 * @returns The provider; its configuration comes from the deprecated fields
 * where neither a provider is named nor a configuration given.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(serviceProvider({ syncMode: "OneTime", priority: 7 }), {
 *   name: "ksm-projectsveltos",
 *   config: { syncMode: "OneTime", priority: 7 },
 * });
 * ```
 */
export function serviceProvider(serviceSpec: ValueMap): ServiceProvider {
  const provider = getField(serviceSpec, "provider");
  const name = getField(provider, "name");
  const config = getField(provider, "config");
  const named = typeof name === "string" && name !== "";
  if (isMap(config)) {
    return { name: named ? name : DEFAULT_STATE_MANAGEMENT, config };
  }
  if (named) return { name };
  return {
    name: DEFAULT_STATE_MANAGEMENT,
    config: deprecatedConfig(serviceSpec),
  };
}

/**
 * Checks the fields that KCM reads from a provider configuration.
 *
 * @param config The configuration.
 * @returns What it would refuse.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(checkProviderConfig({ priority: 0 })[0]?.path, ["priority"]);
 * ```
 */
export function checkProviderConfig(config: ValueMap): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  for (const [key, [expected, fits]] of Object.entries(FIELD_CHECKS)) {
    const value = getField(config, key);
    if (value === undefined || value === null || fits(value)) continue;
    problems.push({ path: [key], message: `it is not ${expected}` });
  }
  return problems;
}

function deprecatedConfig(serviceSpec: ValueMap): ValueMap {
  const config: ValueMap = {};
  for (const [from, to] of Object.entries(DEPRECATED_FIELDS)) {
    const value = getField(serviceSpec, from);
    if (value !== undefined && !isEmpty(value)) config[to] = value;
  }
  return config;
}

function isEmpty(value: Value): boolean {
  return value === null || value === false || value === 0 || value === "" ||
    (Array.isArray(value) && value.length === 0);
}

function isPriority(value: Value): boolean {
  return isCount(value) && Number(value) >= 1 && Number(value) <= MAX_PRIORITY;
}

function isCount(value: Value): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isString(value: Value): boolean {
  return typeof value === "string";
}

function isBoolean(value: Value): boolean {
  return typeof value === "boolean";
}
