/**
 * The Helm charts under fixtures/charts, and Helm's own view of charts.
 *
 * @module
 */

import { fromFileUrl, join, relative } from "@std/path";
import type { ValueMap } from "../src/model/mod.ts";
import { type Chart, loadDirectory } from "../src/templates/helm/chart/mod.ts";
import { GoProgram } from "./go_program.ts";
import { FIXTURES } from "./samples.ts";

/** The files of a chart: path → text. */
export type ChartTexts = Readonly<Record<string, string>>;

/** The release that tests/go/charts renders for. */
export const RELEASE = { name: "demo", namespace: "prod" };

/** A chart, and what it is to be rendered for. */
export interface ChartQuestion {
  readonly files: ChartTexts;
  readonly values: readonly ValueMap[];
}

/** What Helm made of it. */
export interface ChartAnswer {
  /** How long all of it took. */
  readonly ms: number;
  /** For each of the values what `helm template` prints, or why it cannot. */
  readonly renderings: readonly {
    readonly text: string;
    readonly error?: string;
  }[];
}

/** Helm's engine as a library, in a process that stays. */
export type HelmLibrary = GoProgram<ChartQuestion, ChartAnswer>;

/** Builds and starts it; requires Go. */
export function startHelmLibrary(): Promise<HelmLibrary> {
  return GoProgram.start("charts");
}

/** Reads a chart under fixtures/charts. */
export async function readOwnChart(name: string): Promise<ChartTexts> {
  const texts: Record<string, string> = {};
  const chart = fromFileUrl(new URL(`charts/${name}`, FIXTURES));
  for await (const path of filesBelow(chart)) {
    texts[relative(chart, path)] = await Deno.readTextFile(path);
  }
  return texts;
}

async function* filesBelow(directory: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const path = join(directory, name);
    if (isDirectory) yield* filesBelow(path);
    else yield path;
  }
}

/** Loads a chart that must be fine. */
export function loadTexts(texts: ChartTexts): Chart {
  const encoder = new TextEncoder();
  const { chart, problems } = loadDirectory(
    Object.entries(texts).map(([path, text]) => ({
      path,
      bytes: encoder.encode(text),
    })),
  );
  if (chart !== undefined) return chart;
  throw new Error(`Cannot load the chart: ${problems[0]?.message}`);
}
