/**
 * What is changed to see what comes of it.
 *
 * @module
 */

import type { Definition, Value, ValueMap } from "../model/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type { PinnedCharts, TemplatePackage } from "../templates/mod.ts";

/** What is to be other than it is. */
export interface Change {
  readonly definitions?: readonly Definition[];
  readonly config?: RenderConfig;
  readonly charts?: PinnedCharts;
  /** Changes what is given to the chart, where nobody else looks. */
  readonly values?: (values: ValueMap) => ValueMap;
  /** Expands the chart in place of the package found. */
  readonly expander?: TemplatePackage;
}

/** What came of a change. */
export interface Made {
  /** The chart values under {@linkcode VALUES}, and the objects by identity. */
  readonly objects: ReadonlyMap<string, Value>;
}

/** Renders something as it would be after a change. */
export interface Renderer<Found extends Made = Made> {
  /**
   * Renders it, changed.
   *
   * @param change What is to be other than it is.
   * @returns What came of it; `undefined` where it cannot be rendered so.
   */
  render(change: Change): Found | undefined;
}

/** Where an outcome has the values that are given to the chart. */
export const VALUES = "values";
