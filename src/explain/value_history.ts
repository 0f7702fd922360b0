/**
 * What became of a chart value on its way through the layers.
 *
 * @module
 */

import { type FieldPath, getPath, type Value } from "../model/mod.ts";
import {
  type LayerId,
  mergeLayers,
  type ValueEdit,
  type ValueLayer,
} from "../render/mod.ts";

/** What one layer has to say about a value. */
export interface LayerValue {
  readonly layer: LayerId;
  /** Left out where the layer takes the value away. */
  readonly value?: Value;
}

/**
 * What the layers say about a value, the one that wins last.
 *
 * @param layers The layers, the first one first.
 * @param path The value's place among the chart values.
 * @returns What they say; nothing where none of them says anything.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../render/_demo.ts";
 * import { layersOf } from "../render/cluster/layers_of.ts";
 * const history = historyOf(layersOf(demoInputs()), ["workersNumber"]);
 * assertEquals(history, [{ layer: "config", value: 2 }]);
 * ```
 */
export function historyOf(
  layers: readonly ValueLayer[],
  path: FieldPath,
): LayerValue[] {
  const history: LayerValue[] = [];
  const idle: LayerValue[] = [];
  for (const [index, { id, edits }] of layers.entries()) {
    const edit = edits.find((each) => isAbout(each, path));
    if (edit === undefined) continue;
    const before = getPath(mergeLayers(layers.slice(0, index)), path);
    const after = getPath(mergeLayers(layers.slice(0, index + 1)), path);
    if (edit.kind === "fill" && isFilled(layers.slice(0, index), edit)) {
      const offered = getPath(edit.value, path.slice(edit.path.length));
      if (offered !== undefined) idle.push({ layer: id, value: offered });
    } else if (after !== undefined) history.push({ layer: id, value: after });
    else if (before !== undefined) history.push({ layer: id });
  }
  return [...idle, ...history];
}

function isFilled(layers: readonly ValueLayer[], edit: ValueEdit): boolean {
  return getPath(mergeLayers(layers), edit.path) !== undefined;
}

/** A value is touched by what happens around it, and to what is in it. */
function isAbout(edit: ValueEdit, path: FieldPath): boolean {
  return edit.path.every((step, index) =>
    index >= path.length || path[index] === step
  );
}
