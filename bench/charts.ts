/**
 * Rendering one Helm chart for many values: in this process, against Helm
 * started again for each, and against Helm's engine as a library in one process.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import type { ValueMap } from "../src/model/mod.ts";
import {
  type Chart,
  printChart,
  renderChart,
} from "../src/templates/helm/chart/mod.ts";
import {
  type ChartQuestion,
  loadTexts,
  readOwnChart,
  RELEASE,
  startHelmLibrary,
} from "../tests/own_charts.ts";
import { FIXTURES } from "../tests/samples.ts";
import { chartValues } from "./chart_values.ts";
import { median } from "./median.ts";
import { run } from "./process.ts";

/** What rendering took, in milliseconds; `undefined` where a tool is not here. */
export interface ChartRender {
  readonly values: number;
  /** The first time in the process, with all that is compiled on the way. */
  readonly firstMs: number;
  /** Again, as a service does that stays. */
  readonly renderMs: number;
  /** `helm template`, started a few times and scaled to all values. */
  readonly helmMs: number | undefined;
  /** Helm's engine as a library, likewise after a first time. */
  readonly libraryMs: number | undefined;
}

interface Rendered {
  readonly ms: number;
  readonly texts: readonly string[];
}

const NAME = "official-size";
const STARTS = 50;

/**
 * Renders a chart of the size of k0rdent's own.
 *
 * @param options For how many values, and how often to measure.
 * @returns What each way took; all have written the same.
 */
export async function chartRender(
  options: { values: number; rounds: number },
): Promise<ChartRender> {
  const files = await readOwnChart(NAME);
  const values = chartValues(options.values);
  const chart = loadTexts(files);
  const first = renderAll(chart, values);
  const again = Array.from(
    { length: options.rounds },
    () => renderAll(chart, values).ms,
  );
  const library = await renderByLibrary({ files, values }, options.rounds);
  const helm = await renderByHelm(values.slice(0, STARTS));
  if (library !== undefined) assertEquals(first.texts, library.texts);
  if (helm !== undefined) {
    assertEquals(first.texts.slice(0, STARTS), helm.texts);
  }
  return {
    values: values.length,
    firstMs: first.ms,
    renderMs: median(again),
    helmMs: helm && helm.ms * values.length / helm.texts.length,
    libraryMs: library && library.ms,
  };
}

function renderAll(chart: Chart, values: readonly ValueMap[]): Rendered {
  const begin = performance.now();
  const rendered = values.map((values) =>
    renderChart(chart, { release: RELEASE, values })
  );
  const ms = performance.now() - begin;
  return { ms, texts: rendered.map((each) => printChart(each)) };
}

async function renderByLibrary(
  question: ChartQuestion,
  rounds: number,
): Promise<Rendered | undefined> {
  if (!await isHere("go", "version")) return undefined;
  await using helm = await startHelmLibrary();
  // The first answer warms up what the others are measured with.
  const [first, ...answers] = await helm.ask(Array(1 + rounds).fill(question));
  return {
    ms: median(answers.map(({ ms }) => ms)),
    texts: first?.renderings.map(({ text }) => text) ?? [],
  };
}

async function renderByHelm(
  values: readonly ValueMap[],
): Promise<Rendered | undefined> {
  const helm = await findHelm();
  if (helm === undefined) return undefined;
  const chart = fromFileUrl(new URL(`charts/${NAME}/`, FIXTURES));
  const file = await Deno.makeTempFile({ suffix: ".json" });
  const { name, namespace } = RELEASE;
  const command = [helm, "template", name, chart, "-n", namespace];
  try {
    let ms = 0;
    const texts = [];
    for (const each of values) {
      await Deno.writeTextFile(file, JSON.stringify(each));
      const done = await run([...command, "--values", file]);
      ms += done.ms;
      texts.push(done.stdout);
    }
    return { ms, texts };
  } finally {
    await Deno.remove(file);
  }
}

/** `.ci/run` installs Helm 4 beside Helm 3, under a name of its own. */
async function findHelm(): Promise<string | undefined> {
  for (const name of ["helm4", "helm"]) {
    if (await isHere(name, "version")) return name;
  }
  return undefined;
}

async function isHere(command: string, ...args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command(command, { args }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
