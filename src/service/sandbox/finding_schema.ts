/**
 * Findings as the sandbox tells them.
 *
 * @module
 */

import { z } from "zod";

const text = z.string();
const name = z.string().max(1000);
const path = z.string().max(4000);

const position = z.strictObject({ line: z.int(), column: z.int() });
const origin = z.strictObject({
  file: path,
  document: z.int(),
  line: z.int(),
  item: z.int().exactOptional(),
});
const place = z.strictObject({
  origin,
  field: z.array(z.union([z.string(), z.number()])).readonly()
    .exactOptional(),
  key: z.boolean().exactOptional(),
  position: position.exactOptional(),
});
const severity = z.enum(["error", "warning", "notice"]);
/** The schema of what tells one object from another. */
export const identitySchema = z.strictObject({
  group: name,
  kind: name,
  namespace: name,
  name,
});
/** The schema of a finding. */
export const findingSchema = z.strictObject({
  rule: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
    severity,
    summary: text,
    remedy: text,
  }),
  severity,
  message: text,
  remedy: text,
  place: place.exactOptional(),
  object: identitySchema.exactOptional(),
  related: z.array(z.strictObject({ place, message: text })).readonly()
    .exactOptional(),
});
const location = z.strictObject({ file: path, ...position.shape });
/** The schema of a finding with its positions. */
export const locatedFindingSchema = z.strictObject({
  finding: findingSchema,
  location: location.exactOptional(),
  related: z.array(z.strictObject({ location, message: text })).readonly(),
});
