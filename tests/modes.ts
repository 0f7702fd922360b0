/**
 * The ways to render that there are.
 *
 * @module
 */

import type { Overrides } from "../src/service/mod.ts";

/** An apply level and a service delivery. */
export type Mode = Required<Overrides>;

/** All combinations of apply level and service delivery. */
export const MODES: readonly Mode[] =
  (["capi", "helmrelease", "k0rdent"] as const).flatMap((applyLevel) =>
    (["sveltos", "helmrelease"] as const).map((serviceDelivery) => ({
      applyLevel,
      serviceDelivery,
    }))
  );

/**
 * Says how something is rendered, for the name of a test.
 *
 * @param mode The apply level and the service delivery.
 * @returns The words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   modeText({ applyLevel: "capi", serviceDelivery: "sveltos" }),
 *   "at level capi, services by sveltos",
 * );
 * ```
 */
export function modeText({ applyLevel, serviceDelivery }: Mode): string {
  return `at level ${applyLevel}, services by ${serviceDelivery}`;
}
