/**
 * The core type ObjectReference.
 *
 * @module
 */

import { z } from "zod";

const text = z.string().exactOptional();

/** A reference to any object of the cluster. */
export const objectReference = z.strictObject({
  apiVersion: text,
  kind: text,
  namespace: text,
  name: text,
  uid: text,
  resourceVersion: text,
  fieldPath: text,
});

/** A reference to any object of the cluster. */
export type ObjectReference = z.infer<typeof objectReference>;
