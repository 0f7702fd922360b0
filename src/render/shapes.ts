/**
 * The objects whose envelope a team may decide: shapes filled with data.
 *
 * @module
 */

import {
  formatIdentity,
  type Identity,
  identityKey,
  identityOf,
  type Manifest,
  type ValueMap,
} from "../model/mod.ts";
import { renderShape, type Shape } from "../templates/mod.ts";
import { RENDER_RULES } from "./rules.ts";
import { type Resolution, resolved, unresolved } from "./resolution.ts";

/** What to fill a shape with. */
export interface ShapeRequest {
  /** What the object must be, whatever the shape says. */
  readonly identity: Identity;
  /** The shape's data; `name` and `namespace` come from the identity. */
  readonly data: ValueMap;
}

/**
 * Fills a shape.
 *
 * @param shape The shape.
 * @param request With what, to give which object.
 * @returns The object, or why the shape cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { builtInLibrary } from "./_testing.ts";
 * const made = fillShape(builtInLibrary().shape("flux/receiver"), {
 *   identity: {
 *     group: "notification.toolkit.fluxcd.io",
 *     kind: "Receiver",
 *     namespace: "flux-system",
 *     name: "k0render",
 *   },
 *   data: { spec: { type: "github" } },
 * });
 * assertEquals(made.kind, "resolved");
 * ```
 */
export function fillShape(
  shape: Shape,
  request: ShapeRequest,
): Resolution<Manifest> {
  const { identity, data } = request;
  const { name, namespace } = identity;
  const { object, problems } = renderShape(shape, { ...data, name, namespace });
  const rule = RENDER_RULES["render/shape"];
  const [problem] = problems;
  if (problem !== undefined) {
    const { template, line, column, message } = problem;
    return unresolved(
      rule,
      `Cannot render ${formatIdentity(identity)}: ${message}`,
      {
        origin: { file: template, document: 0, line: 1 },
        position: { line, column },
      },
    );
  }
  if (
    object === undefined ||
    identityKey(identityOf(object)) !== identityKey(identity)
  ) {
    const given = object === undefined
      ? "no object"
      : formatIdentity(identityOf(object));
    return unresolved(
      rule,
      `Cannot render ${
        formatIdentity(identity)
      }: "${shape.path}" gives ${given}`,
    );
  }
  return resolved(object);
}
