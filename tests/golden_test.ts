import { assertEquals } from "@std/assert";
import { readBuiltInTemplates } from "../src/service/built_in.ts";
import {
  loadLibrary,
  renderPackage,
  type TemplateLibrary,
} from "../src/templates/mod.ts";
import { differences } from "./compare.ts";
import {
  BUILT_IN_CHARTS,
  type GoldenCase,
  readGolden,
  readGoldenCases,
} from "./golden.ts";
import { requirement } from "./requirements.ts";

/** Cases in which a package is to differ from its chart, and why. */
const DEVIATIONS: ReadonlyMap<string, string> = new Map();

Deno.test({
  name: "renderPackage() gives the objects of k0rdent's charts",
  ignore: !(await requirement("shared")),
  async fn(t) {
    const library = loadLibrary({ builtIn: await readBuiltInTemplates() });
    assertEquals(library.findings, []);
    for (const chart of BUILT_IN_CHARTS) {
      const cases = readGoldenCases([chart]);
      const failed = cases.flatMap((golden) => {
        const problems = problemsOf(golden, library);
        return problems.length > 0 ? [[golden.name, ...problems]] : [];
      });
      const matched = `${cases.length - failed.length}/${cases.length}`;
      await t.step(
        `${chart.padEnd(24)} ${matched.padStart(6)}`,
        () => assertEquals(failed, []),
      );
    }
  },
});

function problemsOf(golden: GoldenCase, library: TemplateLibrary): string[] {
  const pkg = library.clusterPackage(golden.chart);
  if (!pkg) return ["there is no package"];
  const { objects, problems } = renderPackage(pkg, golden);
  if (golden.expect !== "ok") {
    const bySchema = problems.every(({ template }) =>
      template.endsWith("/values.schema.json")
    );
    const refused = problems.length > 0 &&
      bySchema === (golden.expect === "schema-error");
    return refused ? [] : [`no ${golden.expect}`];
  }
  const found = problems.length > 0
    ? problems.map(({ message }) => message)
    : differences(objects, readGolden(golden));
  if (!DEVIATIONS.has(golden.name)) return found;
  return found.length > 0 ? [] : ["does not deviate any more"];
}
