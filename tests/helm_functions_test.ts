/** Sprig's and Helm's functions, here and in Helm's own engine. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  FUNCTIONS,
  REFUSED_NAMES,
} from "../src/templates/helm/functions/mod.ts";
import { arbitraryCall } from "./arbitrary_call.ts";
import { agrees, readCorpus, renderHere, VALUES } from "./function_cases.ts";
import { type GoFunctions, startGoFunctions } from "./go_functions.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("go"));
const CORPUS = await readCorpus();

/** How often the corpus is to call each function. */
const CALLS = 3;
const GENERATED = { numRuns: 10, endOnFailure: true };
const BATCH = { minLength: 400, maxLength: 400 };

/** In Go the order of what they give is left to chance. */
const UNORDERED = ["keys", "values"];

Deno.test({
  name: "FUNCTIONS has the names of Helm's table, and no others",
  ignore,
  async fn() {
    await using go = await startGoFunctions();
    const [answer] = await go.ask([{ template: "", values: {} }]);
    assertEquals([...FUNCTIONS.keys()].sort(), answer?.names);
  },
});

Deno.test("the corpus calls each function that is not refused three times", () => {
  const counts = new Map<string, number>();
  for (const template of [...CORPUS.values()].flat()) {
    for (const name of calledNames(template)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const rare = [...FUNCTIONS.keys()].filter((name) =>
    !REFUSED_NAMES.includes(name) && (counts.get(name) ?? 0) < CALLS
  );
  assertEquals(rare, []);
});

Deno.test("the functions that are refused say so, whatever they are given", () => {
  for (const name of REFUSED_NAMES) {
    const { error = "" } = renderHere(`{{ ${name} 1 "a" }}`, {});
    assert(error.includes(`Cannot call "${name}": rendering is`), error);
  }
});

Deno.test({
  name: "each template of the corpus gives what Helm gives",
  ignore,
  async fn(t) {
    await using go = await startGoFunctions();
    for (const [file, templates] of CORPUS) {
      await t.step(file, async () => {
        assertEquals(await disagreements(go, templates.flatMap(parts)), []);
      });
    }
  },
});

Deno.test({
  name: "calls made up at random give what Helm gives",
  ignore,
  async fn() {
    await using go = await startGoFunctions();
    // A map that is set into itself ends Go's process.
    const left = [...REFUSED_NAMES, ...UNORDERED, "include", "tpl", "set"];
    const functions = new Map(
      [...FUNCTIONS].filter(([name]) => !left.includes(name)),
    );
    const batch = fc.array(arbitraryCall(functions), BATCH);
    const agreeing = fc.asyncProperty(batch, async (templates) => {
      assertEquals(await disagreements(go, templates), []);
    });
    await fc.assert(agreeing, GENERATED);
  },
});

/** Templates that differ, with both answers. */
async function disagreements(
  go: GoFunctions,
  templates: readonly string[],
): Promise<unknown[]> {
  const answers = await go.ask(
    templates.map((template) => ({ template, values: VALUES })),
  );
  return templates.flatMap((template, index) => {
    const ours = renderHere(template, VALUES);
    const helms = answers[index]!;
    return agrees(ours, helms) ? [] : [{ template, ours, helms }];
  });
}

/** The actions of a template by themselves, so that no error hides another. */
function parts(template: string): string[] {
  return /\$|define|range|if /.test(template)
    ? [template]
    : template.split(/(?<=\}\})\|(?=\{\{)/);
}

function calledNames(template: string): string[] {
  const code = template.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return code.match(/(?<![.$\w])[a-zA-Z]\w*/g) ?? [];
}
