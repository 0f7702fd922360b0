/**
 * Charts of our own, each with values that it is rendered with.
 *
 * @module
 */

const CHARTS = new URL("../fixtures/charts/", import.meta.url);

/** Charts that can be rendered. */
const RENDERED = [
  "family",
  "hooks",
  "ignored",
  "loose",
  "nulls",
  "objects",
  "schema",
] as const;

/** A chart and values. */
export interface HelmCase {
  /** The chart, and the file of the values. */
  readonly name: string;
  /** The chart's directory. */
  readonly chart: string;
  /** The file of the values; left out for the chart's defaults. */
  readonly values?: string;
}

/**
 * The charts with all values that lie beside their templates.
 *
 * @returns The cases, sorted.
 */
export function helmCases(): HelmCase[] {
  return RENDERED.flatMap((name) => {
    const chart = new URL(name, CHARTS).pathname;
    return [
      { name, chart },
      ...filesIn(`${chart}/values`).map((file) => ({
        name: `${name} with ${file}`,
        chart,
        values: `${chart}/values/${file}`,
      })),
    ];
  });
}

/**
 * The charts that Helm refuses.
 *
 * @returns The cases, sorted.
 */
export function failingCases(): HelmCase[] {
  const root = new URL("failing", CHARTS).pathname;
  return filesIn(root).map((name) => ({ name, chart: `${root}/${name}` }));
}

function filesIn(directory: string): string[] {
  try {
    return [...Deno.readDirSync(directory)].map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
