/**
 * Changes of the demo repository, and what they do: the files under
 * `fixtures/changes`.
 *
 * @module
 */

import { fromFileUrl } from "@std/path";
import {
  type ComparedUnits,
  compareUnits,
  treePair,
  type TreesToCompare,
} from "../src/diff/mod.ts";
import { formatIdentity } from "../src/model/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { runPipeline } from "./pipeline.ts";
import { readSample } from "./samples.ts";

const DIRECTORY = fromFileUrl(
  new URL("../fixtures/changes/", import.meta.url),
);

/** Files of a dry source, path → text. */
export type Source = Readonly<Record<string, string>>;

/** What is other in a file: gone, another text, or parts put for others. */
type Edit = null | string | readonly (readonly [string, string])[];

/** An effect as a scenario expects it. */
export interface ExpectedEffect {
  readonly kind: string;
  readonly rule: string;
  /** As in `Cluster prod/eu1`. */
  readonly object: string;
  readonly cluster?: string;
  readonly summary: string;
  readonly warnings?: readonly string[];
}

/** A change of the demo repository, and what it does. */
export interface Scenario {
  readonly name: string;
  /** What the change is, in a sentence. */
  readonly about: string;
  /** The pains of reference/users.md that it is about. */
  readonly pains?: readonly string[];
  /** Whether the tree is rendered to a branch of its own. */
  readonly elsewhere?: boolean;
  /** What is other than in the demo before the change. */
  readonly before?: Readonly<Record<string, Edit>>;
  /** What the change is. */
  readonly after: Readonly<Record<string, Edit>>;
  /** All effects but those without any. */
  readonly effects: readonly ExpectedEffect[];
}

/** Which units are read; left out, all that differ. */
type ReadUnits = Partial<Pick<TreesToCompare, "matters">>;

/** All scenarios, by name. */
export async function readScenarios(): Promise<readonly Scenario[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(DIRECTORY)) names.push(name);
  return await Promise.all(
    names.sort().map(async (file) => {
      const text = await Deno.readTextFile(DIRECTORY + file);
      const scenario = loadYaml(text) as unknown as Omit<Scenario, "name">;
      return { name: file.replace(/\.yaml$/, ""), ...scenario };
    }),
  );
}

/** What becomes of the units of a scenario, or of those that matter. */
export async function compareScenario(
  { before = {}, after, elsewhere = false }: Scenario,
  options: ReadUnits = {},
): Promise<ComparedUnits> {
  const former = edited(await readSample("demo"), before);
  return await compareSources(former, edited(former, after), {
    elsewhere,
    ...options,
  });
}

/** The effects of a scenario, rendered and compared by the real pipeline. */
export async function effectsOfScenario(
  scenario: Scenario,
): Promise<readonly ExpectedEffect[]> {
  const { units } = await compareScenario(scenario);
  return units.flatMap(({ effects }) => effects)
    .filter(({ kind }) => kind !== "no-effect")
    .map(({ kind, rule, object, cluster, summary, warnings }) => ({
      kind,
      rule,
      object: formatIdentity(object),
      ...(cluster === undefined ? {} : { cluster }),
      summary,
      ...(warnings.length === 0 ? {} : { warnings }),
    }));
}

/** Renders two dry sources and compares what comes of them. */
export async function compareSources(
  before: Source,
  after: Source,
  { elsewhere = false, ...options }:
    & { readonly elsewhere?: boolean }
    & ReadUnits = {},
): Promise<ComparedUnits> {
  const former = rendered(before, {});
  const now = rendered(after, elsewhere ? {} : Object.fromEntries(former));
  const side = { units: [], failed: [], complete: true };
  return await compareUnits({
    trees: treePair(former, now),
    before: side,
    after: side,
    kcmVersion: "1.12.0",
    ...options,
  });
}

function rendered(source: Source, on: Source): ReadonlyMap<string, string> {
  const { files, findings } = runPipeline(source, {}, on);
  const errors = findings.filter(({ finding }) => finding.severity === "error");
  if (errors.length === 0) return files;
  const messages = errors.map(({ finding }) => finding.message);
  throw new Error(`Cannot render the scenario: ${messages.join("; ")}`);
}

function edited(
  source: Source,
  edits: Readonly<Record<string, Edit>>,
): Source {
  const files = new Map(Object.entries(source));
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) files.delete(path);
    else if (typeof edit === "string") files.set(path, edit);
    else files.set(path, edit.reduce(replaced, files.get(path) ?? ""));
  }
  return Object.fromEntries(files);
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (text.includes(from)) return text.replaceAll(from, () => to);
  throw new Error(`Cannot edit the demo: it has no ${JSON.stringify(from)}`);
}
