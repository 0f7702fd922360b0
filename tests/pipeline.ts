/**
 * The pipeline in this process: files of a dry source in, findings, units and
 * the files of the rendered tree out.
 *
 * @module
 */

import type { Finding, Manifest, UnitResult } from "../src/model/mod.ts";
import {
  type LocatedFinding,
  locateFindings,
  type Overrides,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
  renderEnvironment,
} from "../src/service/mod.ts";
import { branch, type Files } from "../src/tree/_testing.ts";
import type { TreeEntry } from "../src/tree/mod.ts";

const builtIn = await readBuiltInTemplates();

/** What came of a dry source. */
export interface PipelineResult {
  /** With lines and columns, in the order in which they are shown. */
  readonly findings: readonly LocatedFinding[];
  readonly units: readonly UnitResult[];
  /** The rendered tree, path → text. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Renders a dry source with one environment.
 *
 * @param files The dry source, path → text.
 * @param overrides What the operator decides.
 * @param on What the rendered branch holds.
 * @returns What came of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { findings } = runPipeline({
 *   "a.yaml": "{apiVersion: v1, kind: Namespace, metadata: {name: a}}",
 * });
 * assertEquals(findings, []);
 * ```
 */
export function runPipeline(
  files: Readonly<Record<string, string>>,
  overrides: Overrides = {},
  on: Files = {},
): PipelineResult {
  const tree = {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    findings: [],
  };
  const prepared = prepareSource(tree, { builtIn, overrides });
  const findings: Finding[] = [...prepared.findings];
  const units: UnitResult[] = [];
  const rendered = new Map<string, string>();
  const { config } = prepared;
  for (const environment of config?.environments ?? []) {
    const ready = prepareEnvironment(prepared, config!, environment);
    findings.push(...ready.findings);
    const entries = renderEnvironment(ready, {
      previous: branch(on),
      onUnit: (result) => units.push(result),
    });
    for (let step = entries.next();; step = entries.next()) {
      if (step.done) {
        findings.push(...step.value.findings);
        break;
      }
      for (const [path, text] of textsOf(step.value, on)) {
        rendered.set(path, text);
      }
    }
  }
  return {
    findings: locateFindings(
      findings,
      (place) => prepared.source.locate(place),
    ),
    units,
    files: rendered,
  };
}

/** A graft stands for what is there on the branch already. */
function textsOf(entry: TreeEntry, on: Files): (readonly [string, string])[] {
  if (entry.kind === "file") return [[entry.path, entry.text]];
  return Object.entries(on).filter(([path]) =>
    path === entry.path || path.startsWith(`${entry.path}/`)
  );
}

/**
 * All objects of units, those that Flux applies and those for review.
 *
 * @param units What became of the units.
 * @returns The objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...objectsOfUnits([])], []);
 * ```
 */
export function* objectsOfUnits(
  units: readonly UnitResult[],
): Generator<Manifest> {
  for (const unit of units) {
    if (unit.kind !== "rendered") continue;
    for (const { manifest } of unit.applied) yield manifest;
    for (const { manifest } of unit.review) yield manifest;
  }
}
