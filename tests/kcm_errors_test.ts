/** Every error of the specification is told, or it is said why not. */

import { assert, assertEquals } from "@std/assert";
import { ALL_RULES } from "../tools/docs/all_rules.ts";
import { KCM_ERRORS } from "../tools/docs/kcm_errors_data.ts";
import { requirement, SHARED } from "./requirements.ts";

const ignore = !(await requirement("shared"));

Deno.test({
  name: "docs/reference/kcm-errors.md has every id of the specification",
  ignore,
  async fn() {
    const file = new URL("reference/kcm-spec.md", SHARED);
    const text = await Deno.readTextFile(file);
    const section = text.slice(text.indexOf("\n# 7."), text.indexOf("\n# 8."));
    const ids = [...section.matchAll(/^\| ([A-Z]{1,2}\d+) \|/gm)]
      .map(([, id]) => id);
    assert(ids.length > 80);
    assertEquals(KCM_ERRORS.map(({ id }) => id), ids as string[]);
  },
});

Deno.test("docs/reference/kcm-errors.md names rules that there are, or a reason", () => {
  const known = ALL_RULES.map(({ id }) => id);
  for (const { id, rules, cluster } of KCM_ERRORS) {
    assertEquals(rules.filter((rule) => !known.includes(rule)), [], id);
    assert(rules.length > 0 || cluster, id);
  }
});
