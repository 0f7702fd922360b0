/**
 * Charts of our own that use all of the template language, rendered by us and
 * by Helm: the text is the same to the byte.
 */

import { assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { REFUSED_NAMES } from "../src/templates/helm/functions/mod.ts";
import {
  DEFAULT_KUBE_VERSION,
  type HelmVersion,
  printChart,
  renderChart,
} from "../src/templates/helm/chart/mod.ts";
import {
  loadTexts,
  readOwnChart,
  RELEASE,
  startHelmLibrary,
} from "./own_charts.ts";
import { requirement } from "./requirements.ts";
import { FIXTURES } from "./samples.ts";
import { ALL_FUNCTIONS, ALL_KINDS, usedLanguage } from "./used_language.ts";

/** `newer-functions` has those of Helm 4.3 that no Helm 3 knows. */
const CHARTS = ["every-function", "newer-functions"];

/** What the tree of nodes does not tell apart. */
const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ["define", /\{\{-? define "/],
  ["block", /\{\{-? block "/],
  ["else", /\{\{-? else -?\}\}/],
  ["else if", /\{\{-? else if /],
  ["else with", /\{\{-? else with /],
  ["range … else", /\{\{-? range list -?\}\}x\{\{ else/],
  ["range with one variable", /range \$\w+ := /],
  ["range with two variables", /range \$\w+, \$\w+ := /],
  ["range that assigns", /range \$\w+, \$\w+ = /],
  ["range over a number", /range 3 /],
  ["declaration", /\{\{-? \$\w+ := /],
  ["assignment", /\{\{-? \$\w+ = /],
  ["comment", /\{\{-? ?\/\*/],
  ["trim marker on the left", /\{\{- /],
  ["trim marker on the right", / -\}\}/],
  ["raw string", /`raw/],
  ["character", /'a'/],
  ["call in parentheses with fields", /\(dict [^}]*\)\.a\.b/],
  ["method with arguments", /\.Files\.Get "/],
  ["action over lines", /\{\{ list\n/],
];

const TEMPLATES = (await Promise.all(CHARTS.map(readOwnChart)))
  .flatMap((files) => Object.entries(files))
  .filter(([path]) => path.includes("templates/"))
  .map(([, text]) => text);

const USED = usedLanguage(TEMPLATES);

Deno.test("the charts use every kind of node", () => {
  assertEquals(ALL_KINDS.filter((kind) => !USED.kinds.has(kind)), []);
});

Deno.test("the charts use every form of every action", () => {
  const missing = FORMS.filter(([, pattern]) =>
    !TEMPLATES.some((text) => pattern.test(text))
  );
  assertEquals(missing.map(([form]) => form), []);
});

Deno.test("the charts use every function that is not refused", () => {
  const refused = new Set(REFUSED_NAMES);
  const missing = [...ALL_FUNCTIONS.keys()].filter((name) =>
    !USED.functions.has(name) && !refused.has(name)
  );
  assertEquals(missing, []);
});

for (const helm of [3, 4] as const) {
  Deno.test(`renderChart() writes what Helm ${helm} writes with every function`, async () => {
    if (!await requirement("helm")) return;
    const [name = ""] = CHARTS;
    assertEquals(await renderHere(name, helm), await runHelm(name, helm));
  });
}

Deno.test("renderChart() writes what Helm's library writes with every function", async () => {
  if (!await requirement("go")) return;
  await using library = await startHelmLibrary();
  for (const name of CHARTS) {
    const files = await readOwnChart(name);
    const [answer] = await library.ask([{ files, values: [{}] }]);
    assertEquals(await renderHere(name, 4), answer?.renderings[0]?.text);
  }
});

async function renderHere(name: string, helm: HelmVersion): Promise<string> {
  const chart = loadTexts(await readOwnChart(name));
  const rendered = renderChart(chart, { release: RELEASE, values: {}, helm });
  assertEquals(rendered.problems, []);
  return printChart(rendered);
}

async function runHelm(name: string, helm: HelmVersion): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(`helm${helm}`, {
    args: [
      "template",
      RELEASE.name,
      fromFileUrl(new URL(`charts/${name}`, FIXTURES)),
      `--namespace=${RELEASE.namespace}`,
      `--kube-version=${DEFAULT_KUBE_VERSION}`,
    ],
    env: { TZ: "UTC" },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(success, true, decoder.decode(stderr));
  return decoder.decode(stdout);
}
