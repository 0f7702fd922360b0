/**
 * Fields of `k0render.yaml` that differ.
 *
 * @module
 */

import {
  type ChangeStep,
  formatChangePath,
  type Value,
} from "../../model/mod.ts";
import {
  CONFIG_PATH,
  type DrySource,
  type RenderConfig,
} from "../../source/mod.ts";
import { diffValues } from "../objects/mod.ts";
import { fieldOfPath } from "./field_of_path.ts";
import type { SourceChange } from "./source_change.ts";

/** The configuration of one side, and what finds lines in it. */
interface ConfigSide {
  readonly source: Pick<DrySource, "locate">;
  readonly config: RenderConfig;
}

/** Fields that have no part in rendering. */
const NOT_RENDERED: ReadonlySet<ChangeStep | undefined> = new Set([
  "guards",
  "metadata",
]);

/**
 * Finds the fields of the configuration that differ.
 *
 * @param before The configuration before the change.
 * @param after The configuration after the change.
 * @returns The changes. A field that is only written down on the side before
 * the change has its line there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const source = { locate: () => ({ line: 3, column: 1 }) };
 * const before = { source, config: DEFAULT_CONFIG };
 * const after = { source, config: { ...DEFAULT_CONFIG, kcmVersion: "1.11.0" } };
 * const [change] = configChanges(before, after);
 * assertEquals(change?.cause().field, "kcmVersion");
 * ```
 */
export function configChanges(
  before: ConfigSide,
  after: ConfigSide,
): readonly SourceChange[] {
  const [left, right] = [valueOf(before.config), valueOf(after.config)];
  const fields = diffValues(left, right)
    .filter(({ path }) => !NOT_RENDERED.has(path[0]));
  return fields.map((field) => {
    const side = field.after === undefined ? "before" : "after";
    const value = side === "before" ? left : right;
    const { source } = side === "before" ? before : after;
    return {
      part: { kind: "config", field },
      cause() {
        const origin = { file: CONFIG_PATH, document: 0, line: 1 };
        const path = fieldOfPath(value, field.path);
        const key = typeof path.at(-1) === "string";
        return {
          file: CONFIG_PATH,
          line: source.locate({ origin, field: path, key }).line,
          field: formatChangePath(field.path),
          side,
        };
      },
    };
  });
}

/** A configuration is plain data; what is not set is left out. */
function valueOf(config: RenderConfig): Value {
  return JSON.parse(JSON.stringify(config)) as Value;
}
