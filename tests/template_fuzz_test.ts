/**
 * Our template language against whatever may come.
 *
 * @module
 */

import { assert } from "@std/assert";
import fc from "fast-check";
import { DATA, SOUP, TEMPLATE } from "./arbitrary_template.ts";
import { DEFAULT_GO_LIMITS } from "../src/templates/helm/go/mod.ts";
import { answerOurselves } from "./go_template.ts";

const RUNS = Number(Deno.env.get("K0RENDER_FUZZ_RUNS") ?? "2000");
const LIMITS = {
  ...DEFAULT_GO_LIMITS,
  steps: 20_000,
  output: 100_000,
};

/** Where a chain of prototypes would lead, if there were one. */
const FORBIDDEN = /native code|\[object |function Object/;

Deno.test("execute() neither throws nor reads prototypes, on any template", () => {
  const text = fc.oneof(
    TEMPLATE,
    SOUP,
    fc.string(),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, DATA, (text, data) => {
      const templates = [["t1", "{{ . }}"], ["t", text]] as const;
      const { text: written, error = "" } = answerOurselves(
        { templates, data },
        LIMITS,
      );
      assert(!FORBIDDEN.test(written) || FORBIDDEN.test(text));
      assert(error === "" || error.startsWith("template: "));
    }),
    { numRuns: RUNS },
  );
});

Deno.test("execute() ends soon, however long the template goes on", () => {
  const parts = [
    "{{",
    "}}",
    "(",
    "if 1",
    "range 9",
    "$x:=1",
    "|print",
    ".a",
    " ",
  ];
  const long = fc.array(fc.constantFrom(...parts), {
    maxLength: 4,
    minLength: 1,
  })
    .map((pieces) => pieces.join("").repeat(5_000));
  fc.assert(
    fc.property(long, (text) => {
      const start = performance.now();
      answerOurselves({ templates: [["t", text]], data: {} }, LIMITS);
      assert(performance.now() - start < 20_000);
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});
