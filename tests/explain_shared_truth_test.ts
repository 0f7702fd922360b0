/**
 * Every value of what no cluster has for itself is explained, and what is said
 * holds: the text that is named is changed, and the value changes.
 */

import { assert, assertEquals } from "@std/assert";
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

Deno.test("explain knows where every value of the layers comes from, and it is true", () => {
  const { objects, missing } = explainAllShared(SHARED_SOURCE);
  assert(objects.length > 20);
  assertEquals(missing, []);
  assertEquals(unattributed(objects), []);
  const wrong = falseClaims({ files: SHARED_SOURCE }, objects);
  assertEquals(wrong.filter((claim) => !FIXED.test(claim)), []);
});

Deno.test("explain knows where every value of the layers comes from, whatever field is set", () => {
  const text = readSampleFleet().map((object) => emitYaml(object));
  const { objects, missing } = explainAllShared({
    "fleet.yaml": text.join("---\n"),
  });
  assertEquals(missing, []);
  assert(objects.length > 50);
  assertEquals(unattributed(objects), []);
});
