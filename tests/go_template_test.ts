/**
 * Our template language, judged by Go's own.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { DATA, SOUP, TEMPLATE } from "./arbitrary_template.ts";
import { GoProgram } from "./go_program.ts";
import {
  answerOurselves,
  type TemplateAnswer,
  type TemplateQuestion,
} from "./go_template.ts";
import { CASE_DATA, CASES } from "./go_template_cases.ts";
import { requirement } from "./requirements.ts";

const RUNS = Number(Deno.env.get("K0RENDER_FUZZ_RUNS") ?? "3000");
const HELPER = ["t1", "<{{ . }}{{ $.a }}>"] as const;

type Go = GoProgram<TemplateQuestion, TemplateAnswer>;

Deno.test("execute() writes and refuses what Go does, in every case", async () => {
  if (!await requirement("go")) return;
  await using go: Go = await GoProgram.start("template");
  const data = JSON.parse(JSON.stringify(CASE_DATA));
  await compareAll(
    go,
    CASES.map((text) => ({ templates: [["t", text]], data })),
  );
});

Deno.test("execute() does what Go does with random templates", async () => {
  if (!await requirement("go")) return;
  await using go: Go = await GoProgram.start("template");
  const questions = fc.sample(fc.tuple(TEMPLATE, DATA), RUNS).map(
    ([text, data]): TemplateQuestion => ({
      templates: [HELPER, ["t", text]],
      data: JSON.parse(JSON.stringify(data)),
    }),
  );
  await compareAll(go, questions);
});

Deno.test("compileTemplates() refuses what Go refuses, with its words", async () => {
  if (!await requirement("go")) return;
  await using go: Go = await GoProgram.start("template");
  const questions = fc.sample(SOUP, RUNS).map(
    (text): TemplateQuestion => ({ templates: [["t", text]], data: {} }),
  );
  await compareAll(go, questions);
});

/** Asks both, and shows the first few answers that differ. */
async function compareAll(
  go: Go,
  questions: readonly TemplateQuestion[],
): Promise<void> {
  const theirs = await go.ask(questions);
  const differences = questions.flatMap((question, index) => {
    const ours = comparable(answerOurselves(question));
    const expected = theirs[index] as TemplateAnswer;
    return isSame(ours, expected) ? [] : [{ question, expected, ours }];
  });
  assertEquals(differences.slice(0, 5), []);
}

/** JSON replaces a byte that is part of no character, and so do we here. */
function comparable({ text, error }: TemplateAnswer): TemplateAnswer {
  return error === undefined
    ? { text: text.toWellFormed() }
    : { text: "", error: error.toWellFormed() };
}

/** We refuse complex numbers, and what takes too long; Go does neither. */
function isSame(ours: TemplateAnswer, theirs: TemplateAnswer): boolean {
  if (/complex constant not|template limit/.test(ours.error ?? "")) return true;
  return ours.error === undefined
    ? theirs.error === undefined && ours.text === theirs.text
    : ours.error === theirs.error;
}
