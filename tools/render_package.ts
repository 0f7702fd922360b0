/**
 * Renders one built-in package and prints its objects, for those who write
 * packages.
 *
 * `deno run -A tools/render_package.ts CHART [--name N] [--namespace NS] [--values FILE]`
 *
 * @module
 */

import { parseArgs } from "node:util";
import type { ValueMap } from "../src/model/mod.ts";
import {
  loadLibrary,
  loadPackage,
  renderPackage,
} from "../src/templates/mod.ts";
import { emitYaml, loadYaml } from "../src/yaml/mod.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: "string", default: "demo" },
    namespace: { type: "string", default: "kcm-system" },
    values: { type: "string" },
  },
});
const chart = positionals[0] ?? "";
const files = await readFiles(new URL("../templates/", import.meta.url), "");
const pkg = loadLibrary({ builtIn: files }).clusterPackage(chart);
if (pkg === undefined) {
  const own = under(`cluster/${chart}/`);
  const { findings } = loadPackage(own, {
    name: chart,
    shared: new Map(
      [...under("cluster/shared/")].map((
        [path, text],
      ) => [`templates/cluster/shared/${path}`, text]),
    ),
    origin: "built-in",
    directory: `templates/cluster/${chart}`,
  });
  for (const { place, message } of findings) {
    const { line = 1, column = 1 } = place?.position ?? {};
    console.error(`${place?.origin.file}:${line}:${column}: ${message}`);
  }
  Deno.exit(1);
}
const values = options.values === undefined
  ? {}
  : loadYaml(await Deno.readTextFile(options.values)) as ValueMap;
const { name, namespace } = options;
const { objects, problems } = renderPackage(pkg, {
  release: { name, namespace },
  values,
});
for (const object of objects) console.log(`---\n${emitYaml(object).trimEnd()}`);
for (const { template, line, column, message } of problems) {
  console.error(`${template}:${line}:${column}: ${message}`);
}
Deno.exit(problems.length > 0 ? 1 : 0);

function under(prefix: string): Map<string, string> {
  return new Map(
    [...files].filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );
}

async function readFiles(
  directory: URL,
  prefix: string,
  into = new Map<string, string>(),
): Promise<Map<string, string>> {
  for await (const entry of Deno.readDir(directory)) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory) {
      await readFiles(new URL(`${entry.name}/`, directory), `${path}/`, into);
    } else {
      into.set(path, await Deno.readTextFile(new URL(entry.name, directory)));
    }
  }
  return into;
}
