/**
 * Other default values for a chart, as a HelmChart asks for with `valuesFiles`.
 *
 * @module
 */

import { isMap, setField, type ValueMap } from "../../../model/mod.ts";
import { emitYaml, loadYaml, YamlError } from "../../../yaml/mod.ts";
import { type ChartFile, textOf } from "../chart/mod.ts";

/** What a HelmChart says about its values. */
export interface ValuesFiles {
  /** Paths within the chart; later files win. */
  readonly paths: readonly string[];
  readonly ignoreMissing: boolean;
}

/** A chart with other values, or why it cannot have them. */
export type WithValuesFiles =
  | { readonly kind: "files"; readonly files: readonly ChartFile[] }
  | { readonly kind: "problem"; readonly reason: string };

/**
 * Puts the merge of files in the place of a chart's `values.yaml`, as Flux does
 * when it packs a chart.
 *
 * @param files The files of the chart.
 * @param wanted The files to merge; where there are none, nothing changes.
 * @returns The files, or why they cannot be merged.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const file = (path: string, text: string) => ({
 *   path,
 *   bytes: new TextEncoder().encode(text),
 * });
 * const files = [file("values.yaml", "a: 1\nb: 1\n"), file("prod.yaml", "b: 2\n")];
 * const merged = withValuesFiles(files, {
 *   paths: ["values.yaml", "prod.yaml"],
 *   ignoreMissing: false,
 * });
 * if (merged.kind === "files") {
 *   const values = merged.files.find(({ path }) => path === "values.yaml");
 *   assertEquals(new TextDecoder().decode(values?.bytes), "a: 1\nb: 2\n");
 * }
 * ```
 */
export function withValuesFiles(
  files: readonly ChartFile[],
  wanted: ValuesFiles,
): WithValuesFiles {
  if (wanted.paths.length === 0) return { kind: "files", files };
  let merged: ValueMap = {};
  for (const path of wanted.paths) {
    const plain = path.replace(/^(?:\.\/)+/, "");
    const file = files.find((each) => each.path === plain);
    if (file === undefined) {
      if (wanted.ignoreMissing) continue;
      return problem(`it has no values file "${path}"`);
    }
    const values = readValues(textOf(file));
    if (values === undefined) {
      return problem(`its values file "${path}" holds no map`);
    }
    merged = mergeMaps(merged, values);
  }
  const bytes = new TextEncoder().encode(emitYaml(merged));
  const others = files.filter(({ path }) => path !== "values.yaml");
  return {
    kind: "files",
    files: [...others, { path: "values.yaml", bytes }],
  };
}

function problem(reason: string): WithValuesFiles {
  return { kind: "problem", reason };
}

function readValues(text: string): ValueMap | undefined {
  try {
    const value = loadYaml(text) ?? {};
    return isMap(value) ? value : undefined;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return undefined;
  }
}

function mergeMaps(below: ValueMap, above: ValueMap): ValueMap {
  const merged: ValueMap = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const before = Object.hasOwn(below, key) ? below[key] : undefined;
    const both = isMap(before) && isMap(value);
    setField(merged, key, both ? mergeMaps(before, value) : value);
  }
  return merged;
}
