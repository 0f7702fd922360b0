/**
 * The chart values of a component (kcm-spec 6.4).
 *
 * @module
 */

import {
  type FieldPath,
  getField,
  isMap,
  type ValueMap,
} from "../../model/mod.ts";
import type { Installation } from "../../source/mod.ts";
import { coalesceTables } from "./coalesce_tables.ts";
import { globalValues, SVELTOS } from "./global_values.ts";
import { regionalValues } from "./regional_values.ts";
import { sveltosValues } from "./sveltos_values.ts";

/** The component of KCM itself in the management cluster. */
export const KCM = "kcm";

/** The component of KCM itself in a Region. */
export const KCM_REGIONAL = "kcm-regional";

/** The values, or the field of the configuration that holds no map. */
export type ComponentValues =
  | { readonly kind: "values"; readonly values: ValueMap }
  | { readonly kind: "wrong-type"; readonly field: FieldPath };

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
 * @param installation The settings of the KCM installation.
 * @returns The values, or what is no map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const { installation } = DEFAULT_CONFIG;
 * const values = componentValues("capi", { a: 1 }, installation);
 * assertEquals(values, { kind: "values", values: { a: 1 } });
 * ```
 */
export function componentValues(
  name: string,
  config: ValueMap,
  installation: Installation,
): ComponentValues {
  const shared = globalValues(name, installation);
  switch (name) {
    case SVELTOS: {
      const computed = coalesceTables(sveltosValues(installation), shared);
      return { kind: "values", values: coalesceTables(computed, config) };
    }
    case KCM: {
      const nested = nestedRegional(config, installation);
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

function wrongType(...field: FieldPath): ComponentValues {
  return { kind: "wrong-type", field };
}
