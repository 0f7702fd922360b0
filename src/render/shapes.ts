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
import {
  renderShape,
  type ShapeName,
  type TemplateLibrary,
} from "../templates/mod.ts";
import { RENDER_RULES } from "./rules.ts";
import { type Resolution, resolved, unresolved } from "./resolution.ts";

/** What to fill a shape with. */
export interface ShapeRequest {
  readonly shape: ShapeName;
  /** What the object must be, whatever the shape says. */
  readonly identity: Identity;
  /** The shape's data; `name` and `namespace` come from the identity. */
  readonly data: ValueMap;
}

/**
 * Fills a shape.
 *
 * @param library The templates in force.
 * @param request Which shape, with what, to give which object.
 * @returns The object, or why the shape cannot be used.
 */
export function fillShape(
  library: TemplateLibrary,
  request: ShapeRequest,
): Resolution<Manifest> {
  const { identity, shape } = request;
  const { name, namespace } = identity;
  const { object, problems } = renderShape(library.shape(shape), {
    ...request.data,
    name,
    namespace,
  });
  const rule = RENDER_RULES["render/shape"];
  const [problem] = problems;
  if (problem !== undefined || object === undefined) {
    const where = problem === undefined
      ? shape
      : `${problem.template}:${problem.line}:${problem.column}`;
    const why = problem?.message ?? "It gives no object";
    return unresolved(
      rule,
      `Cannot render ${formatIdentity(identity)} with "${where}": ${why}`,
    );
  }
  if (identityKey(identityOf(object)) !== identityKey(identity)) {
    return unresolved(
      rule,
      `Cannot render ${
        formatIdentity(identity)
      }: its template "${shape}" gives ${formatIdentity(identityOf(object))}`,
    );
  }
  return resolved(object);
}
