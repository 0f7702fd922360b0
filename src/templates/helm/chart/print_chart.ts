/**
 * A rendered chart as `helm template` prints it.
 *
 * @module
 */

import type { ChartFile } from "./chart_file.ts";
import { textOf } from "./chart_file.ts";
import type { RenderedDocument } from "./manifests.ts";
import type { RenderedChart } from "./render_chart.ts";

/**
 * Prints a chart: its documents, then its hooks.
 *
 * @param rendered The chart.
 * @param options Whether to begin with the CRDs outside the templates.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const document = { template: "own/a.yaml", text: "a: 1\n", kind: "", value: {} };
 * const rendered = { documents: [document], hooks: [], crds: [] };
 * assertEquals(printChart(rendered), "---\n# Source: own/a.yaml\na: 1\n");
 * ```
 */
export function printChart(
  rendered: Pick<RenderedChart, "documents" | "hooks" | "crds">,
  options: { readonly includeCrds?: boolean } = {},
): string {
  const crds = options.includeCrds === true ? rendered.crds.map(printFile) : [];
  const manifest = [...crds, ...rendered.documents.map(print)].join("").trim();
  return `${manifest}\n${rendered.hooks.map(print).join("")}`;
}

function print({ template, text }: RenderedDocument): string {
  return section(template, text);
}

function printFile(file: ChartFile): string {
  return section(file.path, textOf(file));
}

function section(source: string, text: string): string {
  return `---\n# Source: ${source}\n${text}\n`;
}
