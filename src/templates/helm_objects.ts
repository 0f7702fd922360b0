/**
 * The objects of a rendered chart, and what is to be told about it.
 *
 * @module
 */

import { isManifest, isMap, type Manifest, type Value } from "../model/mod.ts";
import { loadYamlAll, YamlError } from "../yaml/mod.ts";
import {
  type ChartFile,
  type RenderedChart,
  textOf,
} from "./helm/chart/mod.ts";
import { HELM_RULES } from "./helm/rules.ts";
import type { TemplateProblem } from "./problem.ts";
import type { RenderedPackage } from "./render_package.ts";

/**
 * Takes the objects from what a chart gave: its CRDs first, no hooks.
 *
 * @param rendered What the chart gave.
 * @param chart The chart's name and version.
 * @returns The objects, or what is wrong; notices where they are not the whole
 * truth.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const value = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const document = { template: "own/a.yaml", text: "", kind: "Secret", value };
 * const nothing = { hooks: [], crds: [], usesLookup: false, problems: [] };
 * const { objects } = expandChart({ ...nothing, documents: [document] }, "own-1.0.0");
 * assertEquals(objects, [value]);
 * ```
 */
export function expandChart(
  rendered: RenderedChart,
  chart: string,
): RenderedPackage {
  const parts = [
    ...rendered.crds.map(readCrds),
    ...rendered.documents.map(({ template, value }) =>
      readObjects(template, [value])
    ),
  ];
  const problems = [
    ...rendered.problems,
    ...parts.flatMap((part) => part.problems),
    ...notices(rendered, chart),
  ];
  return {
    objects: parts.flatMap((part) => part.objects),
    templates: parts.flatMap((part) => part.templates),
    problems: problems.map((problem) => ({ ...problem, chart })),
  };
}

function readCrds(file: ChartFile): RenderedPackage {
  try {
    return readObjects(file.path, loadYamlAll(textOf(file)));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return refuse(file.path, error.message);
  }
}

function readObjects(
  template: string,
  values: readonly Value[],
): RenderedPackage {
  const found = values.flatMap(itemsOf).filter((value) => value !== null);
  const objects = found.filter(isManifest);
  if (objects.length === found.length) {
    return { objects, templates: objects.map(() => template), problems: [] };
  }
  return refuse(
    template,
    "a document lacks apiVersion, kind or metadata.name",
  );
}

/** Kubernetes clients take lists apart. */
function itemsOf(value: Value): readonly Value[] {
  if (!isMap(value)) return [value];
  const { kind, items } = value as Partial<Manifest>;
  return typeof kind === "string" && kind.endsWith("List") &&
      Array.isArray(items)
    ? items
    : [value];
}

function refuse(template: string, reason: string): RenderedPackage {
  return {
    objects: [],
    templates: [],
    problems: [{
      rule: HELM_RULES["helm/output"],
      message: `Cannot use what the template writes: ${reason}`,
      template,
      line: 1,
      column: 1,
    }],
  };
}

function notices(
  { usesLookup, hooks }: RenderedChart,
  chart: string,
): TemplateProblem[] {
  const place = { template: `${chart}/Chart.yaml`, line: 1, column: 1 };
  const found: TemplateProblem[] = [];
  if (usesLookup) {
    const message =
      `Chart "${chart}" looks objects up in the cluster: the answer is taken to be empty`;
    found.push({ rule: HELM_RULES["helm/lookup"], message, ...place });
  }
  if (hooks.length > 0) {
    const message =
      `Chart "${chart}" has hooks that only Helm runs: ${hooks.length}`;
    found.push({ rule: HELM_RULES["helm/hook"], message, ...place });
  }
  return found;
}
