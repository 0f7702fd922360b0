/**
 * Charts of k0rdent rendered in this process, against the golden cases.
 *
 * @module
 */

import { readChart } from "../src/cli/read_chart.ts";
import { isManifest, type Manifest } from "../src/model/mod.ts";
import { readBuiltInTemplates } from "../src/service/built_in.ts";
import {
  type HelmVersion,
  loadLibrary,
  renderChart,
  type RenderedChart,
  type TemplateLibrary,
} from "../src/templates/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { differences } from "./compare.ts";
import { type GoldenCase, readGoldenCases, readGoldenTexts } from "./golden.ts";

/** How many of some comparisons agree. */
export interface Tally {
  /** Comparisons of objects as data, and of expected failures. */
  readonly data: number;
  /** Comparisons of the text of documents, before YAML reads it. */
  readonly bytes: number;
}

/** What came of the cases of a chart. */
export interface ParityRow {
  readonly chart: string;
  readonly cases: number;
  readonly helm4: Tally;
  readonly helm3: Tally;
  /** Cases in which the built-in package agrees; left out without one. */
  readonly packages?: number;
  /** What differs as data. */
  readonly differences: readonly string[];
}

/**
 * Renders the cases of all charts, by the rules of Helm 4 and of Helm 3.
 *
 * @param directory The charts: `templates/cluster` of k0rdent/kcm.
 * @returns A row for each chart.
 */
export async function readParity(directory: string): Promise<ParityRow[]> {
  const library = loadLibrary({ builtIn: await readBuiltInTemplates() });
  const cases = Map.groupBy(readGoldenCases(), ({ chart }) => chart);
  const charts = [...cases].sort(([a], [b]) => a < b ? -1 : 1);
  return await Promise.all(
    charts.map(([chart, own]) => readRow(chart, own, { directory, library })),
  );
}

async function readRow(
  name: string,
  cases: readonly GoldenCase[],
  { directory, library }: {
    readonly directory: string;
    readonly library: TemplateLibrary;
  },
): Promise<ParityRow> {
  const { chart, problems } = await readChart(`${directory}/${name}`);
  if (chart === undefined) throw new Error(problems[0]?.message);
  const found: string[] = [];
  const rendered = (helm: HelmVersion) =>
    cases.map((golden) => ({
      golden,
      rendered: renderChart(chart, { ...golden, helm }),
    }));
  const four = rendered(4);
  const pkg = library.clusterPackage(name);
  return {
    chart: name,
    cases: cases.length,
    helm4: tally(four, 4, found),
    helm3: tally(rendered(3), 3, found),
    ...(pkg === undefined ? {} : {
      packages: four.filter(({ golden, rendered }) => {
        const { objects, problems } = pkg.render(golden);
        return problems.length > 0
          ? rendered.problems.length > 0
          : differences(objects, objectsOf(rendered)).length === 0;
      }).length,
    }),
    differences: found,
  };
}

interface Outcome {
  readonly golden: GoldenCase;
  readonly rendered: RenderedChart;
}

function tally(
  outcomes: readonly Outcome[],
  helm: HelmVersion,
  found: string[],
): Tally {
  const count = { data: 0, bytes: 0 };
  for (const { golden, rendered } of outcomes) {
    const { golden: four, golden_helm3: three = four, name } = golden;
    const file = helm === 3 ? three : four;
    if (file === undefined) {
      const failed = failedAs(rendered);
      count.data += Number(failed === golden.expect);
      count.bytes += Number(failed === golden.expect);
      if (failed !== golden.expect) found.push(`${name}: ${failed}`);
      continue;
    }
    const wanted = readGoldenTexts(file);
    const differing = differences(
      objectsOf(rendered),
      wanted.map(loadYaml).filter(isManifest),
    );
    found.push(...differing.map((each) => `${name} (Helm ${helm}): ${each}`));
    count.data += Number(differing.length === 0);
    count.bytes += Number(textOf(wanted) === textOf(documentsOf(rendered)));
  }
  return count;
}

function failedAs({ problems }: RenderedChart): GoldenCase["expect"] {
  if (problems.length === 0) return "ok";
  return problems.every(({ rule }) => rule.id === "helm/values")
    ? "schema-error"
    : "render-error";
}

function objectsOf({ documents }: RenderedChart): Manifest[] {
  return documents.map(({ value }) => value).filter(isManifest);
}

function documentsOf({ documents }: RenderedChart): string[] {
  return documents.map(({ template, text }) =>
    `# Source: ${template}\n${text}`
  );
}

/**
 * The cases were made by an engine that sorts documents by their templates;
 * Helm sorts them by kind, and keeps white space at their ends in Helm 4 only.
 */
function textOf(documents: readonly string[]): string {
  return documents.map((text) => text.trim()).sort().join("\n---\n");
}
