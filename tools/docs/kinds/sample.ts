/**
 * The sample fleet in which every field is set: `fixtures/every-field`.
 *
 * @module
 */

import {
  getField,
  isManifest,
  type Manifest,
  type Value,
} from "../../../src/model/mod.ts";
import { emitYaml, loadYamlAll } from "../../../src/yaml/mod.ts";
import { documentUrl } from "../document_url.ts";
import { type PipelineResult, runPipeline } from "../../../tests/pipeline.ts";

const DIRECTORY = documentUrl("fixtures/every-field/");

/**
 * Reads the objects of the sample fleet.
 *
 * @returns The objects, in the order of the files.
 */
export function readSampleFleet(): Manifest[] {
  const names = [...Deno.readDirSync(DIRECTORY)].map(({ name }) => name).sort();
  return names.flatMap((name) => {
    const text = Deno.readTextFileSync(new URL(name, DIRECTORY));
    return loadYamlAll(text).flatMap(itemsOf).filter(isManifest);
  });
}

/**
 * Renders objects.
 *
 * @param objects The objects.
 * @returns What came of them.
 */
export function renderObjects(objects: readonly Manifest[]): PipelineResult {
  const text = objects.map((object) => emitYaml(object)).join("---\n");
  return runPipeline({ "fleet.yaml": text });
}

function itemsOf(value: Value): readonly Value[] {
  const items = getField(value, "items");
  return Array.isArray(items) ? items : [value];
}
