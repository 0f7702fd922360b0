/**
 * The Helm options of a service, as a Flux HelmRelease takes them.
 *
 * @module
 */

import {
  getField,
  getPath,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";

/** How often Flux tries again, as KCM has it for its own components. */
const RETRIES = 3;

/** Options that install and upgrade share, by their names in HelmReleases. */
const SHARED: Readonly<Record<string, [option: string, inverted: boolean]>> = {
  disableHooks: ["disableHooks", false],
  disableOpenAPIValidation: ["disableOpenAPIValidation", false],
  disableSchemaValidation: ["skipSchemaValidation", false],
  disableWait: ["wait", true],
  disableWaitForJobs: ["waitForJobs", true],
};

/** Options that HelmReleases have no field for. */
const WITHOUT_COUNTERPART = [
  "dependencyUpdate",
  "description",
  "enableClientCache",
  "labels",
] as const;

/**
 * Converts merged options to fields of a HelmRelease's spec.
 *
 * @param options The merged options.
 * @returns The fields.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { timeout, install } = releaseOptions({ timeout: "10m", wait: false });
 * assertEquals(timeout, "10m");
 * assertEquals(install, {
 *   disableWait: true,
 *   createNamespace: true,
 *   remediation: { retries: 3 },
 * });
 * ```
 */
export function releaseOptions(options: ValueMap): ValueMap {
  const skipsCRDs = getField(options, "skipCRDs") === true;
  const uninstall = getField(options, "uninstallOptions");
  return withoutUndefined({
    timeout: getField(options, "timeout"),
    maxHistory: getPath(options, ["upgradeOptions", "maxHistory"]),
    install: withoutUndefined({
      ...sharedOptions(options, "installOptions"),
      createNamespace: installOption(options, "createNamespace") ?? true,
      replace: installOption(options, "replace"),
      crds: skipsCRDs ? "Skip" : undefined,
      remediation: { retries: RETRIES },
    }),
    upgrade: withoutUndefined({
      ...sharedOptions(options, "upgradeOptions"),
      ...upgradeOptions(options),
      crds: skipsCRDs ? "Skip" : upgradedCRDs(options),
      remediation: {
        retries: RETRIES,
        remediateLastFailure: getField(options, "atomic") !== false,
      },
    }),
    uninstall,
  });
}

/**
 * The options that a HelmRelease has no field for.
 *
 * @param options The merged options.
 * @returns The names of those that are set.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(optionsWithoutCounterpart({ labels: { a: "1" }, wait: true }), ["labels"]);
 * ```
 */
export function optionsWithoutCounterpart(options: ValueMap): string[] {
  return WITHOUT_COUNTERPART.filter((key) => Object.hasOwn(options, key));
}

function sharedOptions(
  options: ValueMap,
  group: "installOptions" | "upgradeOptions",
): Record<string, Value | undefined> {
  const fields = Object.entries(SHARED).map(([field, [option, inverted]]) => {
    const value = getField(options, option);
    return [field, inverted ? invert(value) : value] as const;
  });
  const shared = Object.fromEntries(fields);
  const own = getPath(options, [group, "disableHooks"]);
  return own === true ? { ...shared, disableHooks: true } : shared;
}

function invert(value: Value | undefined): Value | undefined {
  return value === false ? true : undefined;
}

function installOption(options: ValueMap, key: string): Value | undefined {
  return getField(options, key) ?? getPath(options, ["installOptions", key]);
}

function upgradeOptions(options: ValueMap): Record<string, Value | undefined> {
  const upgrade = getField(options, "upgradeOptions");
  const flag = (key: string) => getField(upgrade, key) === true || undefined;
  return {
    force: flag("force"),
    cleanupOnFail: flag("cleanupOnFail"),
    preserveValues: flag("reuseValues"),
  };
}

function upgradedCRDs(options: ValueMap): Value | undefined {
  const upgrades = getPath(options, ["upgradeOptions", "upgradeCRDs"]) === true;
  return upgrades ? "CreateReplace" : undefined;
}

function withoutUndefined(
  fields: Record<string, Value | undefined>,
): ValueMap {
  const present = Object.entries(fields)
    .filter((field): field is [string, Value] => field[1] !== undefined);
  return Object.fromEntries(present);
}
