/**
 * The chart values of a component (kcm-spec 6.4).
 *
 * @module
 */

import { kcmHas } from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  getField,
  isMap,
  type ValueMap,
} from "../../model/mod.ts";
import type { Installation, RenderConfig } from "../../source/mod.ts";
import { coalesceTables } from "./coalesce_tables.ts";
import { globalValues, SVELTOS } from "./global_values.ts";
import { REGIONAL_PARTS, regionalValues } from "./regional_values.ts";
import { sveltosValues } from "./sveltos_values.ts";

/** The component of KCM itself in the management cluster. */
export const KCM = "kcm";

/** The component of KCM itself in a Region. */
export const KCM_REGIONAL = "kcm-regional";

/** The values, or the field of the configuration that holds no map. */
export type ComponentValues =
  | { readonly kind: "values"; readonly values: ValueMap }
  | { readonly kind: "wrong-type"; readonly field: FieldPath };

/** The KCM that is installed, as far as it decides on values. */
export type InstalledKcm = Pick<RenderConfig, "installation" | "kcmVersion">;

/** What KCM needs only when it is installed; and what cert-manager allows. */
const INSTALLED: ValueMap = {
  controller: {
    createManagement: false,
    createAccessManagement: false,
    createRelease: false,
  },
  admissionWebhook: { enabled: true },
};

/**
 * Makes the values of a component: what somebody configures wins, but for
 * Sveltos. cert-manager counts as installed.
 *
 * @param name The component's name.
 * @param config What somebody configures.
 * @param installed The KCM that is installed.
 * @returns The values, or what is no map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const values = componentValues("capi", { a: 1 }, DEFAULT_CONFIG);
 * assertEquals(values, { kind: "values", values: { a: 1 } });
 * ```
 */
export function componentValues(
  name: string,
  config: ValueMap,
  { installation, kcmVersion }: InstalledKcm,
): ComponentValues {
  const shared = globalValues(name, installation);
  switch (name) {
    case SVELTOS: {
      const computed = coalesceTables(sveltosValues(installation), shared);
      return { kind: "values", values: coalesceTables(computed, config) };
    }
    case KCM: {
      const nested = kcmHas(kcmVersion, "regionalValues")
        ? nestedRegional(config, installation)
        : formerRegional(config, installation);
      if (nested.kind === "wrong-type") return nested;
      const computed = { ...INSTALLED, ...shared };
      return {
        kind: "values",
        values: coalesceTables(nested.values, computed),
      };
    }
    case KCM_REGIONAL: {
      const made = regionalValues(config, installation.registryCertSecret);
      if (made.kind === "wrong-type") return wrongType(made.key);
      return { kind: "values", values: coalesceTables(made.values, shared) };
    }
    default:
      return { kind: "values", values: coalesceTables(config, shared) };
  }
}

/** The values of a management cluster hold those of a Region. */
function nestedRegional(
  config: ValueMap,
  { registryCertSecret }: Installation,
): ComponentValues {
  const key = "regional";
  const given = Object.hasOwn(config, key) ? getField(config, key) : {};
  if (!isMap(given)) return wrongType(key);
  const made = regionalValues(given, registryCertSecret);
  return made.kind === "wrong-type"
    ? wrongType(key, made.key)
    : { kind: "values", values: { ...config, [key]: made.values } };
}

/** Older ones take them from the top, and put them below `regional`. */
function formerRegional(
  config: ValueMap,
  { registryCertSecret }: Installation,
): ComponentValues {
  const parts = Object.fromEntries(
    Object.entries(config).filter(([key]) => REGIONAL_PARTS.includes(key)),
  );
  const made = regionalValues(parts, registryCertSecret);
  return made.kind === "wrong-type" ? wrongType(made.key) : {
    kind: "values",
    values: coalesceTables(config, { regional: made.values }),
  };
}

function wrongType(...field: FieldPath): ComponentValues {
  return { kind: "wrong-type", field };
}
