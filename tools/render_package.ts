/**
 * Renders one built-in package and prints its objects, for those who write
 * packages.
 *
 * `deno run -A tools/render_package.ts CHART [--name N] [--namespace NS] [--values FILE]`
 *
 * @module
 */
// deno-lint-ignore-file no-console -- a tool for a terminal

import { parseArgs } from "node:util";
import { isMap } from "../src/model/mod.ts";
import { readBuiltInTemplates } from "../src/service/built_in.ts";
import { loadLibrary, renderPackage } from "../src/templates/mod.ts";
import { emitYaml, loadYaml } from "../src/yaml/mod.ts";

const { values: options, positionals: [chart = ""] } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string", default: "demo" },
    namespace: { type: "string", default: "kcm-system" },
    values: { type: "string" },
  },
});
const library = loadLibrary({ builtIn: await readBuiltInTemplates() });
const pkg = library.clusterPackage(chart);
if (pkg === undefined) {
  for (const { place, message } of library.lint()) {
    const { line = 1, column = 1 } = place?.position ?? {};
    console.error(`${place?.origin.file}:${line}:${column}: ${message}`);
  }
  console.error(`Cannot render "${chart}": no such package without errors`);
  Deno.exit(1);
}
const { name, namespace } = options;
const values = options.values === undefined
  ? {}
  : loadYaml(await Deno.readTextFile(options.values));
const { objects, problems } = renderPackage(pkg, {
  release: { name, namespace },
  values: isMap(values) ? values : {},
});
for (const object of objects) console.log(`---\n${emitYaml(object).trimEnd()}`);
for (const { template, line, column, message } of problems) {
  console.error(`${template}:${line}:${column}: ${message}`);
}
Deno.exit(problems.length > 0 ? 1 : 0);
