/**
 * All that differs between two states of a dry source.
 *
 * @module
 */

import type { Definition } from "../../model/mod.ts";
import type { DrySource, RenderConfig } from "../../source/mod.ts";
import { configChanges } from "./config_changes.ts";
import { definitionChanges } from "./definition_changes.ts";
import { chartChanges, lockChanges, templateChanges } from "./file_changes.ts";
import type { SourceChange } from "./source_change.ts";

/** A state of a dry source, as one environment sees it. */
export interface SourceState {
  readonly source: DrySource;
  /** The definitions of the environment. */
  readonly definitions: readonly Definition[];
  /** The configuration, with what the operator decides in its place. */
  readonly config: RenderConfig;
  /** The text of `k0render.lock`; empty where there is none. */
  readonly lock: string;
}

/**
 * Finds all that differs between two states of a dry source.
 *
 * @param before The one state.
 * @param after The other state.
 * @returns The changes: of definitions, of `k0render.yaml`, of templates, of
 * vendored charts, and of the lock.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG, readDrySource } from "../../source/mod.ts";
 * const source = readDrySource({ files: [], findings: [] });
 * const state = { source, definitions: [], config: DEFAULT_CONFIG, lock: "" };
 * assertEquals(sourceChanges(state, { ...state, lock: "a\n" }).length, 1);
 * ```
 */
export function sourceChanges(
  before: SourceState,
  after: SourceState,
): readonly SourceChange[] {
  return [
    ...definitionChanges(before, after),
    ...configChanges(before, after),
    ...templateChanges(before.source.templates, after.source.templates),
    ...chartChanges(before.source.charts, after.source.charts),
    ...lockChanges(before.lock, after.lock),
  ];
}
