/**
 * The ClusterDeployments that people have written are rendered, at every apply
 * level and by both service deliveries, or refused for a reason that is right.
 */

import { assertEquals } from "@std/assert";
import { corrections } from "./corrections.ts";
import {
  NO_NAMESPACE,
  REFUSED,
  WITHOUT_PACKAGE,
  WRONG_VALUES,
} from "./example_mistakes.ts";
import {
  credentialFor,
  firstObject,
  readExamples,
  readServiceTemplates,
} from "./examples.ts";
import { type Mode, MODES, modeText } from "./modes.ts";
import { outcomeOf } from "./outcome.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("shared"));

const examples = ignore ? new Map() : readExamples("clusterdeployments");
const templates = ignore ? "" : readServiceTemplates();

for (const mode of MODES) {
  Deno.test({
    name: `examples are rendered, or refused for a reason ${modeText(mode)}`,
    ignore,
    fn() {
      assertEquals(examples.size, 109);
      const surprises = [...examples].flatMap(([file, text]) =>
        render(file, text, {
          mode,
          errors: mistakesOf(file) ?? withoutPackage(file, mode),
        })
      );
      assertEquals(surprises, []);
    },
  });

  Deno.test({
    name: `examples are rendered once they are corrected ${modeText(mode)}`,
    ignore,
    fn() {
      const surprises = [...corrections(NO_NAMESPACE)].flatMap(
        ([file, correct]) =>
          render(file, correct(examples.get(file) ?? ""), {
            mode,
            errors: withoutPackage(file, mode),
          }),
      );
      assertEquals(surprises, []);
    },
  });
}

/** Renders an example, and says where the outcome is not as expected. */
function render(
  file: string,
  text: string,
  { mode, errors }: { mode: Mode; errors: readonly string[] },
): unknown[] {
  const { problems, ...actual } = outcomeOf(
    runPipeline({
      "cluster.yaml": text,
      "credential.yaml": credentialFor(firstObject(text)),
      "services.yaml": templates,
    }, mode),
    mode,
  );
  const surprises = problems.filter((problem) =>
    !WRONG_VALUES.some((mistake) =>
      mistake.files.includes(file) && mistake.problem.test(problem)
    )
  );
  const isExpected = actual.errors.join() === errors.join() &&
    actual.rendered === (errors.length === 0) && surprises.length === 0;
  return isExpected ? [] : [{ file, expected: errors, ...actual, surprises }];
}

function mistakesOf(file: string): readonly string[] | undefined {
  return REFUSED.find(({ files }) => files.includes(file))?.findings;
}

function withoutPackage(file: string, { applyLevel }: Mode): string[] {
  return WITHOUT_PACKAGE.has(file) && applyLevel === "capi"
    ? ["render/no-package"]
    : [];
}
