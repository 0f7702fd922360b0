/**
 * Explanations of what no cluster has for itself.
 *
 * @module
 */

import type { ExplainedObject } from "../src/explain/mod.ts";
import {
  type Identity,
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
 * Explains all objects of the layers and Regions: what comes of each object
 * that somebody declares, then what is left by its own name.
 *
 * @param files The dry source.
 * @returns The objects, and those that there is no answer about. Objects as
 * they are declared are in neither.
 */
export function explainAllShared(
  files: DryFiles,
): { readonly objects: ExplainedObject[]; readonly missing: string[] } {
  const { inventory, ask } = askerOf(files);
  const explained = new Map<string, ExplainedObject>();
  const rendered = sharedObjects(runPipeline(files).units)
    .map(({ manifest }) => identityOf(manifest));
  const isWritten = (object: Identity) =>
    inventory.find(object)?.copied === undefined &&
    inventory.find(object) !== undefined;
  const written = rendered.filter(isWritten);
  const others = rendered.filter((object) => !isWritten(object));
  const missing: string[] = [];
  for (const object of [...written, ...others]) {
    if (explained.has(identityKey(object)) && !isWritten(object)) continue;
    const found = ask(nameOf(object));
    if (found === undefined) missing.push(nameOf(object));
    for (const each of found ?? []) {
      explained.set(identityKey(each.object), each);
    }
  }
  return { objects: [...explained.values()], missing };
}

/** What the layers and Regions have. */
export function sharedObjects(units: readonly UnitResult[]): RenderedObject[] {
  return units.flatMap((unit) =>
    unit.kind === "rendered" && unit.id.kind !== "cluster"
      ? [...unit.applied, ...unit.review]
      : []
  );
}

function nameOf({ kind, namespace, name }: Identity): string {
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
  return { inventory: prepared.inventory, ask };

  function ask(object: string): readonly ExplainedObject[] | undefined {
    const query = { kind: "all" } as const;
    const outcome = explain(prepared, tree, { object, query });
    const [first] = outcome.kind === "explained" ? outcome.explained : [];
    return first?.explanation.kind === "answer"
      ? first.explanation.answer.objects
      : undefined;
  }
}
