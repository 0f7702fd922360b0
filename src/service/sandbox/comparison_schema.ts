/**
 * Comparisons as the sandbox tells them, checked before anybody believes that
 * they are some.
 *
 * @module
 */

import { z } from "zod";
import type { Comparison } from "../../diff/mod.ts";
import {
  EFFECT_KINDS,
  type FieldChange,
  isManifest,
  type Manifest,
  type Value,
} from "../../model/mod.ts";
import { unitIdSchema } from "../../tree/mod.ts";
import { findingSchema, identitySchema } from "./finding_schema.ts";

const value = z.custom<Value>((given) => given !== undefined);
const manifest = z.custom<Manifest>((given) =>
  isManifest(given as Value | undefined)
);
const unit = z.discriminatedUnion("kind", [
  ...unitIdSchema.options,
  z.strictObject({ kind: z.literal("root") }),
]);

const item = z.strictObject({ keys: z.record(z.string(), value) });
const items = z.array(item).readonly();

const field: z.ZodType<FieldChange> = z.lazy(() =>
  z.strictObject({
    path: z.array(z.union([z.string(), z.number(), item])).readonly(),
    before: value.exactOptional(),
    after: value.exactOptional(),
    within: z.strictObject({
      format: z.enum(["yaml", "json"]),
      fields: z.array(field).readonly(),
    }).exactOptional(),
    at: z.int().exactOptional(),
    order: z.strictObject({ before: items, after: items }).exactOptional(),
  })
);
const fields = z.array(field).readonly();

const inUnit = { unit, applied: z.boolean() };
const change = z.discriminatedUnion("kind", [
  z.strictObject({ ...inUnit, kind: z.literal("added"), after: manifest }),
  z.strictObject({ ...inUnit, kind: z.literal("removed"), before: manifest }),
  z.strictObject({
    ...inUnit,
    kind: z.enum(["changed", "renamed"]),
    before: manifest,
    after: manifest,
    fields,
  }),
]);

const cause = z.strictObject({
  file: z.string(),
  line: z.int(),
  field: z.string(),
  object: identitySchema.exactOptional(),
  side: z.enum(["before", "after"]),
});
const causes = z.array(cause).readonly();
const texts = z.array(z.string()).readonly();
const kind = z.enum(EFFECT_KINDS);

const effect = z.strictObject({
  kind,
  rule: z.string(),
  summary: z.string(),
  object: identitySchema,
  cluster: z.string().exactOptional(),
  fields,
  causes,
  warnings: texts,
});
const effects = z.array(effect).readonly();

const group = z.strictObject({
  kind,
  rule: z.string(),
  summary: z.string(),
  objectKind: z.string(),
  members: z.array(z.strictObject({
    object: identitySchema,
    cluster: z.string().exactOptional(),
  })).readonly(),
  fields,
  exceptions: effects,
  causes,
  warnings: texts,
});

const guard = z.strictObject({
  guard: z.string(),
  limit: z.string(),
  state: z.enum(["kept", "acknowledged", "tripped"]),
  effects,
  acknowledgements: texts,
});

/** The schema of a comparison. */
export const comparisonSchema: z.ZodType<Comparison> = z.strictObject({
  clusters: z.strictObject({
    before: z.int(),
    after: z.int(),
    created: texts,
    deleted: texts,
    changed: texts,
  }),
  units: z.array(z.strictObject({
    unit,
    changes: z.array(change).readonly(),
    effects,
  })).readonly(),
  unknown: z.array(z.strictObject({
    unit,
    side: z.enum(["before", "after"]),
    findings: z.array(findingSchema).readonly(),
  })).readonly(),
  groups: z.array(group).readonly(),
  guards: z.array(guard).readonly(),
});
