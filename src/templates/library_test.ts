import { assert, assertEquals } from "@std/assert";
import { loadLibrary } from "./library.ts";
import { renderShape } from "./shape.ts";

const OWN: readonly (readonly [string, string])[] = [
  ["package.yaml", "name: own\nversion: '1'\n"],
  [
    "manifests/a.yaml.hbs",
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n",
  ],
];

function filesOf(directory: string): Map<string, string> {
  return new Map(
    OWN.map((
      [file, text],
    ) => [
      `${directory}/${file}`,
      text.replace("name: own", `name: ${directory.split("/").at(-1)}`),
    ]),
  );
}

async function readInto(
  files: Map<string, string>,
  directory: URL,
  prefix: string,
): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const url = new URL(isDirectory ? `${name}/` : name, directory);
    if (isDirectory) await readInto(files, url, `${prefix}${name}/`);
    else files.set(`${prefix}${name}`, await Deno.readTextFile(url));
  }
}

Deno.test("loadLibrary() finds nothing wrong with what k0render comes with", async () => {
  const builtIn = new Map<string, string>();
  await readInto(builtIn, new URL("../../templates/", import.meta.url), "");
  const library = loadLibrary({ builtIn });
  assertEquals(
    library.lint().map(({ message, place }) => [place?.origin.file, message]),
    [],
  );
  for (const chart of library.clusterCharts()) {
    assert(library.clusterPackage(chart) !== undefined, chart);
  }
});

Deno.test("loadLibrary() takes packages of the dry source before its own", () => {
  const builtIn = filesOf("cluster/own");
  assertEquals(
    loadLibrary({ builtIn }).clusterPackage("own")?.origin,
    "built-in",
  );
  for (const directory of ["own", "cluster/own"]) {
    const library = loadLibrary({ builtIn, overlay: filesOf(directory) });
    assertEquals(library.clusterPackage("own")?.origin, "dry source");
  }
  const both = loadLibrary({ builtIn, overlay: filesOf("other") });
  assertEquals(both.clusterCharts(), ["other", "own"]);
  assertEquals(both.clusterPackage("nothing"), undefined);
});

Deno.test("loadLibrary() does not fall back to its own package for a broken one", () => {
  const overlay = filesOf("own").set("own/package.yaml", "");
  const library = loadLibrary({ builtIn: filesOf("cluster/own"), overlay });
  assertEquals(library.clusterPackage("own"), undefined);
  assertEquals(library.findings.map(({ place }) => place?.origin.file), [
    "templates/own/package.yaml",
  ]);
});

Deno.test("loadLibrary() checks all packages when the dry source shares partials", () => {
  const builtIn = filesOf("cluster/own")
    .set("cluster/own/manifests/b.yaml.hbs", "{{> part}}\n")
    .set("cluster/shared/part.hbs", "apiVersion: v1\n");
  const overlay = new Map([["shared/part.hbs", "{{{a}}}"]]);
  assertEquals(loadLibrary({ builtIn }).lint(), []);
  const { findings } = loadLibrary({ builtIn, overlay });
  const files = new Set(findings.map(({ place }) => place?.origin.file));
  assertEquals([...files], ["templates/shared/part.hbs"]);
});

Deno.test("loadLibrary() lets the dry source override shapes", () => {
  const shape =
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{name}}\n";
  const builtIn = new Map([["flux/receiver.yaml.hbs", "{{{broken}}}"]]);
  const overlay = new Map([["flux/receiver.yaml.hbs", shape]]);
  const own = loadLibrary({ builtIn, overlay });
  assertEquals(
    renderShape(own.shape("flux/receiver"), { name: "a" }).object?.metadata
      .name,
    "a",
  );
  const broken = loadLibrary({ builtIn: overlay, overlay: builtIn });
  assertEquals(broken.findings.length > 0, true);
  assertEquals(
    renderShape(broken.shape("flux/receiver"), {}).problems[0]?.message,
    "Cannot use the shape: it has errors",
  );
});

Deno.test("loadLibrary() refuses shapes that there are not", () => {
  const overlay = new Map([["flux/helmrelaese.yaml.hbs", ""]]);
  const [finding] = loadLibrary({ builtIn: new Map(), overlay }).findings;
  assertEquals(
    finding?.place?.origin.file,
    "templates/flux/helmrelaese.yaml.hbs",
  );
});
