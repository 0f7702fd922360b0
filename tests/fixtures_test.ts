/**
 * The sample repositories are free of errors, and what is rendered from them
 * fits the CRDs.
 */

import { assertEquals } from "@std/assert";
import { MODES, modeText } from "./modes.ts";
import { outcomeOf } from "./outcome.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";
import { readSample } from "./samples.ts";

const ignore = !(await requirement("shared"));

for (const sample of ["demo", "starter"]) {
  for (const mode of MODES) {
    Deno.test({
      name: `fixtures/${sample} is rendered ${modeText(mode)}`,
      ignore,
      async fn() {
        const result = runPipeline(await readSample(sample), mode);
        assertEquals(outcomeOf(result, mode), {
          errors: [],
          rendered: true,
          problems: [],
        });
      },
    });
  }
}
