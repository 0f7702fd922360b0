/**
 * Every value of what no cluster has for itself is explained, and what is said
 * holds: the text that is named is changed, and the value changes.
 */

import { assert, assertEquals } from "@std/assert";
import { SHARED_RULES } from "../src/explain/shared_rules.ts";
import { readSampleFleet } from "../tools/docs/kinds/sample.ts";
import { emitYaml } from "../src/yaml/mod.ts";
import { falseClaims, unattributed } from "./attributions.ts";
import { explainAllShared } from "./shared_attributions.ts";
import { SHARED_SOURCE } from "./shared_source.ts";

/**
 * Claims that no change of a text can show, because validation takes nothing
 * else there: types, the one name that AccessManagement has, and the type of a
 * repository whose URL tells it.
 */
const FIXED =
  /(^| )(apiVersion|kind) <- |(sourceRef|identityRef)\.kind$|kcm-resources metadata\.name <- |spec\.type$/;

const shared = explainAllShared(SHARED_SOURCE);
const everyField = explainAllShared({
  "fleet.yaml": readSampleFleet().map((object) => emitYaml(object))
    .join("---\n"),
});

Deno.test("explain knows where every value of the layers comes from, and it is true", () => {
  const { objects, missing } = shared;
  assert(objects.length > 20);
  assertEquals(missing, []);
  assertEquals(unattributed(objects), []);
  const wrong = falseClaims({ files: SHARED_SOURCE }, objects);
  assertEquals(wrong.filter((claim) => !FIXED.test(claim)), []);
});

Deno.test("explain knows where every value of the layers comes from, whatever field is set", () => {
  const { objects, missing } = everyField;
  assertEquals(missing, []);
  assert(objects.length > 50);
  assertEquals(unattributed(objects), []);
});

Deno.test("SHARED_RULES has no rule by which nothing is written", () => {
  const used = new Set(
    [...shared.objects, ...everyField.objects].flatMap(({ fields }) =>
      fields.flatMap(({ own }) => own?.kind === "rule" ? [own.rule.rule] : [])
    ),
  );
  const unused = SHARED_RULES.filter(({ rule }) => !used.has(rule));
  assertEquals(unused.map(({ rule }) => rule), []);
});
