import {
  type FieldPath,
  getPath,
  type Place,
  type Value,
} from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";
import { loadYaml, YamlError } from "../yaml/mod.ts";

/**
 * Finds where a package has its default values: in its own `values.yaml`, or
 * in that of a chart within it.
 *
 * @param expander The package.
 * @returns What finds the place of a default; `undefined` for one that no file
 * has, as those that Helm passes on to charts within.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, known } from "../render/_demo.ts";
 * const placeOf = defaultPlaces(known(demoInputs().package));
 * assertEquals(placeOf(["workersNumber"])?.field, ["workersNumber"]);
 * assertEquals(placeOf(["nothing"]), undefined);
 * ```
 */
export function defaultPlaces(
  expander: TemplatePackage,
): (path: FieldPath) => Place | undefined {
  const texts = expander.texts();
  const files = new Map<string, Value | undefined>();
  return (path) => find(expander.directory, path);

  function find(directory: string, path: FieldPath): Place | undefined {
    const file = `${directory}/values.yaml`;
    if (getPath(valuesIn(file), path) !== undefined) {
      return { origin: { file, document: 0, line: 1 }, field: path };
    }
    const [chart, ...field] = path;
    const inner = `${directory}/charts/${chart}`;
    return field.length > 0 && texts.has(`${inner}/values.yaml`)
      ? find(inner, field)
      : undefined;
  }

  function valuesIn(file: string): Value | undefined {
    if (!files.has(file)) files.set(file, read(texts.get(file)));
    return files.get(file);
  }
}

function read(text = ""): Value | undefined {
  try {
    return loadYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}
