/**
 * A chart that has been read.
 *
 * @module
 */

import type { ValueMap } from "../../../model/mod.ts";
import type { ValuesSchema } from "../../schema.ts";
import type { ChartFile } from "./chart_file.ts";
import type { ChartMetadata } from "./metadata.ts";

/** A template of a chart. */
export interface ChartTemplate {
  /** The path within the chart. */
  readonly path: string;
  readonly text: string;
}

/** A chart with those it depends on. */
export interface Chart {
  readonly metadata: ChartMetadata;
  /** The documents of its `values.yaml`; numbers are Go's float64. */
  readonly values: readonly ValueMap[];
  readonly schema?: ChartSchema;
  readonly templates: readonly ChartTemplate[];
  /** All other files, as `.Files` shows them, with those of `crds/`. */
  readonly files: readonly ChartFile[];
  /** What lies in `charts/`, by the names of the charts. */
  readonly dependencies: readonly Chart[];
}

/** The schema of a chart's values. */
export interface ChartSchema {
  readonly text: string;
  /**
   * Compiles the schema, once.
   *
   * @returns The schema.
   * @throws {Error} Where it is none.
   */
  compile(): ValuesSchema;
}

/** Whether Helm 3 or Helm 4 is to be followed where they differ. */
export type HelmVersion = 3 | 4;
