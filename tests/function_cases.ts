/**
 * Templates that use functions, and how to judge what k0render makes of them.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { fromBytes, toBytes } from "../src/templates/helm/go/byte_string.ts";
import { compileTemplates, execute } from "../src/templates/helm/go/execute.ts";
import { GoTemplateError } from "../src/templates/helm/go/template_error.ts";
import type { GoValue } from "../src/templates/helm/go/value.ts";
import {
  chartMessageOf,
  FUNCTIONS,
} from "../src/templates/helm/functions/mod.ts";
import type { HelmAnswer, JsonMap } from "./go_functions.ts";

const FOLDER = new URL("go/functions/corpus/", import.meta.url);

/** The values that the templates are about. */
export const VALUES = {
  f: 22,
  big: 1000000,
  three: 3,
  half: 0.5,
  yes: true,
  list: [1, "a", null, true, 2.5],
  strings: ["b", "a", "c"],
  map: { a: "x", b: [1, 2], c: { d: null, e: 1000000 }, t: "on" },
  long: "a".repeat(62) +
    "-bc and words that go on and on for more than eighty columns",
  para: "one\n  two\n\nthree\n",
  tpl: "{{ .f }}-{{ .map.a }}",
};

/** Every template of the corpus, by the file that it stands in. */
export async function readCorpus(): Promise<Map<string, string[]>> {
  const corpus = new Map<string, string[]>();
  for await (const { name } of Deno.readDir(FOLDER)) {
    const text = await Deno.readTextFile(new URL(name, FOLDER));
    corpus.set(name, text.split("\n").filter((line) => line !== ""));
  }
  return new Map([...corpus].sort(([a], [b]) => a < b ? -1 : 1));
}

/**
 * Renders a template here, in Helm's form of an answer.
 *
 * @param template The template.
 * @param values The chart's values.
 * @returns The bytes in base64, or the error.
 */
export function renderHere(template: string, values: JsonMap): HelmAnswer {
  const name = "t/templates/t";
  const set = compileTemplates(new Map([[name, template]]), FUNCTIONS);
  if (set instanceof GoTemplateError) return { text: null, error: set.message };
  const data = { Values: structuredClone(values) as GoValue };
  const done = execute(set, name, { data });
  if (done instanceof GoTemplateError) {
    return { text: null, error: chartMessageOf(done.message) ?? done.message };
  }
  const text = done.text.replaceAll("<no value>", "");
  return { text: encodeBase64(toBytes(text)) };
}

/** Errors that a template can go on with, in the words of each reader. */
const READING = /error converting YAML to JSON: |toml: line /;

/**
 * What our own refusals say, where Helm gives what it gives today; and what a
 * slice beyond a list's end says, which Go grants within the list's capacity.
 */
const REFUSAL =
  /Cannot use the present time|Cannot show a time in zone|slice index out of/;

/**
 * Whether two answers agree. Helm words some errors anew; of these the reason
 * must be the same.
 *
 * @param ours What k0render answered.
 * @param helms What Helm answered.
 * @returns Whether they agree.
 */
export function agrees(ours: HelmAnswer, helms: HelmAnswer): boolean {
  if (REFUSAL.test(ours.error ?? "")) return true;
  if (ours.error === undefined || helms.error === undefined) {
    return ours.error === helms.error &&
      (ours.text === helms.text || comparable(ours) === comparable(helms));
  }
  return helms.error === ours.error ||
    helms.error.endsWith(reasonOf(ours.error));
}

function comparable({ text }: HelmAnswer): string {
  const bytes = Uint8Array.from(atob(text ?? ""), (c) => c.charCodeAt(0));
  const [beginning = "", ...rest] = fromBytes(bytes).split(READING);
  return rest.length > 0 ? beginning : text ?? "";
}

/** What an error says after the place: of the function, or of the call. */
function reasonOf(error: string): string {
  return /error calling \w+: ([^]*)$/.exec(error)?.[1] ??
    /<[^]*?>: ([^]*)$/.exec(error)?.[1] ?? error.replace(/^.*?:\d+: /, "");
}
