/**
 * Field types that the schemas of several kinds share.
 *
 * @module
 */

import { z } from "zod";
import { isMap, type ValueMap } from "../model/mod.ts";

/** Free data that k0rdent hands on without looking into it; a map. */
export const freeMap = z.custom<ValueMap>(isMap, {
  params: { expected: "map" },
});

/** A name that an object may be referred to by. */
export const objectName = z.string().min(1).max(253);

/** A Go duration as Flux takes it, for instance `10m0s`. */
export const fluxDuration = z.string().regex(
  /^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/,
  { error: "expected a duration like 10m or 1h30m" },
);

/** A Go duration as Flux takes it for timeouts, which may not be hours. */
export const fluxTimeout = z.string().regex(
  /^([0-9]+(\.[0-9]+)?(ms|s|m))+$/,
  { error: "expected a duration like 60s or 5m" },
);

/** A Go duration in any form that `time.ParseDuration` takes. */
export const goDuration = z.string().regex(
  /^([-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|ms|s|m|h))+$|^0$/,
  { error: "expected a duration like 30s, 10m or 1h30m" },
);

/** A reference to an object of the same namespace. */
export const localReference = z.strictObject({ name: z.string() });

/** A map of strings, as labels are. */
export const stringMap = z.record(z.string(), z.string());
