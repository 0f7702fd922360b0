/**
 * Explanations of what no cluster has for itself.
 *
 * @module
 */

import type { ExplainedObject, Query } from "../src/explain/mod.ts";
import {
  identityKey,
  identityOf,
  type RenderedObject,
  type UnitResult,
} from "../src/model/mod.ts";
import {
  explain,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
} from "../src/service/mod.ts";
import { runPipeline } from "./pipeline.ts";
import type { DryFiles } from "./text_edits.ts";

const builtIn = await readBuiltInTemplates();

/**
 * Explains all objects of the layers and Regions: those that are declared by
 * their fields and what is added to them, all others value by value.
 *
 * @param files The dry source.
 * @returns The objects, and those that there is no answer about.
 */
export function explainAllShared(
  files: DryFiles,
): { readonly objects: ExplainedObject[]; readonly missing: string[] } {
  const ask = askerOf(files);
  const declared = [
    ...new Set(
      sharedObjects(runPipeline(files).units).map(nameOf),
    ),
  ];
  const objects = new Map<string, ExplainedObject>();
  const missing: string[] = [];
  for (const name of declared) {
    const found = ask(name, { kind: "all" });
    if (found === undefined) missing.push(name);
    for (const object of found ?? []) {
      objects.set(identityKey(object.object), object);
    }
  }
  return { objects: [...objects.values()], missing };
}

/** What the layers and Regions have. */
export function sharedObjects(units: readonly UnitResult[]): RenderedObject[] {
  return units.flatMap((unit) =>
    unit.kind === "rendered" && unit.id.kind !== "cluster"
      ? [...unit.applied, ...unit.review]
      : []
  );
}

function nameOf({ manifest }: RenderedObject): string {
  const { kind, namespace, name } = identityOf(manifest);
  return namespace === "" ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
}

function askerOf(files: DryFiles) {
  const tree = {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    findings: [],
  };
  const source = prepareSource(tree, { builtIn });
  const [environment] = source.config?.environments ?? [];
  if (source.config === undefined || environment === undefined) {
    throw new Error("Cannot prepare the source");
  }
  const prepared = prepareEnvironment(source, source.config, environment);
  return (object: string, query: Query) => {
    const outcome = explain(prepared, tree, { object, query });
    const [first] = outcome.kind === "explained" ? outcome.explained : [];
    return first?.explanation.kind === "answer"
      ? first.explanation.answer.objects
      : undefined;
  };
}
