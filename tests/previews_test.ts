/**
 * What people are shown of real changes: the scenarios under
 * `fixtures/changes`, and a fleet of a thousand clusters.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname } from "@std/path";
import {
  type ComparedUnits,
  type Comparison,
  summarise,
} from "../src/diff/mod.ts";
import type { EffectKind } from "../src/model/mod.ts";
import { previewOf } from "../src/preview/_testing.ts";
import { faultsOf } from "../src/preview/comment/_judge.ts";
import { renderComment, renderReport } from "../src/preview/mod.ts";
import { strangers } from "../src/preview/report/_page_checks.js";
import { EFFECT_WORDS } from "../src/preview/words/effect_words.ts";
import { readBuiltInTemplates } from "../src/service/mod.ts";
import { Chromium } from "./chromium.ts";
import { k0render } from "./cli.ts";
import { requirement } from "./requirements.ts";
import { readSample } from "./samples.ts";
import {
  compareScenario,
  compareSources,
  readScenarios,
  type Source,
} from "./scenarios.ts";

const BUDGET = { characters: 60_000, bytes: 240_000 };
const DIALECTS = ["github", "bitbucket"] as const;

const scenarios = await readScenarios();
const hasChromium = await requirement("chromium");

function comparisonOf(compared: ComparedUnits): Comparison {
  const side = { units: [], failed: [], complete: true };
  return summarise({ compared, before: side, after: side, guards: [] });
}

Deno.test("the comment on each scenario is valid and names its effects", async () => {
  for (const scenario of scenarios) {
    const comparison = comparisonOf(await compareScenario(scenario));
    const preview = previewOf({ prod: comparison });
    for (const dialect of DIALECTS) {
      const comment = renderComment(preview, { ...BUDGET, dialect });
      assertEquals(faultsOf(comment, dialect), [], scenario.name);
      for (const { kind, cluster } of scenario.effects) {
        assertStringIncludes(comment, EFFECT_WORDS[kind as EffectKind].word);
        if (cluster !== undefined) assertStringIncludes(comment, cluster);
      }
    }
  }
});

Deno.test("one shared line of a real fleet of 1,000 fits one screen", async () => {
  const demo = await readSample("demo");
  const fleet = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `clusters/edge-${index}.yaml`,
      demo["clusters/us1.yaml"]!.replace("name: us1", `name: edge-${index}`),
    ]),
  );
  const before = { ...demo, ...fleet };
  const path = "services/baseline.yaml";
  const after = {
    ...before,
    [path]: before[path]!.replace("enabled: true", "enabled: false"),
  };
  const comparison = comparisonOf(await compareSources(before, after));
  const comment = renderComment(previewOf({ prod: comparison }), {
    ...BUDGET,
    dialect: "github",
  });
  const [screen = ""] = comment.split("<details>");
  assert(screen.split("\n").length <= 30, screen);
  assert(screen.length <= 2_500, screen);
  assertStringIncludes(screen, "1,002 clusters change");
  assertEquals(faultsOf(comment, "github"), []);
});

Deno.test("k0render diff shows no secret, and text only as text", async () => {
  const directory = await Deno.makeTempDir();
  const demo = await readSample("demo");
  const hostile = "password: c4n4ry\n            note: '@team <img src=x> #1'";
  const path = "services/baseline.yaml";
  const manifests = `apiVersion: v1
kind: ConfigMap
metadata: {name: manifests, namespace: prod}
data:
  secret.yaml: |
    {"apiVersion": "v1", "kind": "Secret", "stringData": {"any": "c4n4ry"}}
`;
  await writeFiles(`${directory}/before`, demo);
  await writeFiles(`${directory}/after`, {
    ...demo,
    [path]: demo[path]!.replace(
      "enabled: true",
      `enabled: true\n            ${hostile}`,
    ),
    "manifests.yaml": manifests,
  });
  const sides = [`${directory}/before`, `${directory}/after`];
  const comment = await k0render("diff", ...sides, "--format", "markdown");
  const report = await k0render("diff", ...sides, "--format", "html");
  await Deno.remove(directory, { recursive: true });
  for (const { stdout } of [comment, report]) {
    assert(!stdout.includes("c4n4ry"), stdout);
    assertStringIncludes(stdout, "(masked)");
    assertStringIncludes(stdout, "@team");
  }
  assertEquals(faultsOf(comment.stdout, "github"), []);
  assert(!report.stdout.includes("<img"));
});

async function writeFiles(directory: string, files: Source): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(`${directory}/${path}`), { recursive: true });
    await Deno.writeTextFile(`${directory}/${path}`, text);
  }
}

Deno.test({
  name: "the report of each scenario is quiet in a browser",
  ignore: !hasChromium,
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    await using browser = await Chromium.start();
    const files = await readBuiltInTemplates();
    const comparisons = await Promise.all(
      scenarios.map(async (scenario) =>
        [scenario.name, comparisonOf(await compareScenario(scenario))] as const
      ),
    );
    const preview = previewOf(Object.fromEntries(comparisons));
    const { page, incidents } = await browser.open(
      renderReport(preview, files),
    );
    assertEquals(await page.evaluate(strangers), []);
    assertEquals(incidents, []);
    assertEquals(await page.locator("main h2").count(), scenarios.length);
  },
});
