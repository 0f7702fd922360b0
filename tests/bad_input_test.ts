/**
 * Bad input is a finding that names file, line and remedy: never a stack
 * trace, and never in the way of the cluster beside it. Each directory under
 * fixtures/bad is laid over fixtures/starter, whose cluster is fine.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { dirname, join } from "@std/path";
import {
  commitFiles,
  plainGit,
  temporary,
  workTree,
} from "../src/git/_testing.ts";
import { type CliResult, k0render } from "./cli.ts";
import { FIXTURES, readSample } from "./samples.ts";

/** By directory, the errors as `id file:line:column`. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "alias-bomb": ["yaml/too-large bad.yaml:13:18"],
  "broken-yaml": ["yaml/syntax bad.yaml:11:17"],
  "clear-text-secret": ["validate/clear-text-secret bad.yaml:6:1"],
  "deep-nesting": ["yaml/too-large bad.yaml:1:1"],
  "dependency-cycle": ["validate/dependency-cycle bad.yaml:21:11"],
  "duplicate-key": ["yaml/duplicate-key bad.yaml:11:5"],
  "duplicate-object": [
    "k0rdent/duplicate-object again.yaml:4:9",
    "k0rdent/duplicate-object bad.yaml:4:9",
  ],
  "empty-selector": ["validate/empty-selector bad.yaml:6:20"],
  "generated-name": ["source/generated-name bad.yaml:4:17"],
  "helm-endless": ["helm/limit bad.yaml:18:13"],
  "helm-nil": ["helm/failed bad.yaml:18:13"],
  "helm-no-yaml": ["helm/output bad.yaml:18:13"],
  "helm-refused-function": ["helm/refused-function bad.yaml:18:13"],
  "helm-required": ["helm/failed bad.yaml:18:13"],
  "helm-schema": ["helm/values bad.yaml:22:15"],
  "helm-syntax": ["helm/syntax bad.yaml:18:13"],
  "helm-unavailable": ["charts/unavailable bad.yaml:18:5"],
  "helm-unknown-function": ["helm/syntax bad.yaml:18:13"],
  "long-name": ["validate/cluster-name bad.yaml:4:9"],
  "missing-credential": ["validate/missing-reference bad.yaml:8:15"],
  "missing-identity": [
    "render/broken-reference bad.yaml:8:15",
    "validate/missing-reference bad.yaml:25:11",
  ],
  "missing-service-template": ["validate/missing-reference bad.yaml:19:19"],
  "missing-source": [
    "render/broken-reference bad.yaml:19:19",
    "validate/missing-reference bad.yaml:34:15",
  ],
  "missing-template": ["validate/missing-reference bad.yaml:7:13"],
  "name-without-path": ["validate/object-name bad.yaml:4:9"],
  "no-config": ["validate/missing-config bad.yaml:7:3"],
  "no-credential": ["validate/missing-credential bad.yaml:7:3"],
  "no-namespace": ["k0rdent/missing-namespace bad.yaml:4:3"],
  "package-missing-value": ["render/package bad.yaml:20:11"],
  "package-raw-output": [
    "render/package bad.yaml:18:13",
    "templates/raw-output templates/own/manifests/cluster.yaml.hbs:7:11",
  ],
  "package-unknown-helper": [
    "render/package bad.yaml:18:13",
    "templates/unknown-name templates/own/manifests/cluster.yaml.hbs:7:11",
  ],
  "package-whitespace-control": [
    "render/package bad.yaml:18:13",
    "templates/whitespace-control templates/own/manifests/cluster.yaml.hbs:7:11",
  ],
  "package-without-cluster": ["render/no-cluster-object bad.yaml:18:13"],
  "prototype-keys": [
    "k0rdent/unknown-field bad.yaml:7:3",
    "k0rdent/unknown-field bad.yaml:9:3",
  ],
  "tabs": ["yaml/syntax bad.yaml:10:1"],
  "unknown-field": [
    "validate/missing-credential bad.yaml:7:3",
    "k0rdent/unknown-field bad.yaml:8:3",
  ],
  "unknown-kind": ["k0rdent/unknown-kind bad.yaml:2:7"],
  "unquoted-template": ["yaml/syntax bad.yaml:10:14"],
  "wrong-config": ["source/invalid-config k0render.yaml:3:1"],
  "wrong-config-type": ["render/package bad.yaml:10:25"],
  "wrong-identity": ["validate/identity-kind bad.yaml:8:15"],
  "wrong-type": ["k0rdent/wrong-type bad.yaml:7:11"],
};

/** What a remedy says beyond the rule's own, where there is something to say. */
const HINTS: readonly [string, RegExp][] = [
  ["missing-credential", /^Did you mean "aws-main"\?$/],
  ["unknown-field", /^Did you mean "spec\.credential"\?$/],
  ["unknown-kind", /^Did you mean "ClusterDeployment"\?$/],
  ["unquoted-template", /^Quote the value: "\{\{ … \}\}"$/],
  ["wrong-config", /^Did you mean "applyLevel"\?$/],
];

/** Where in which chart it went wrong, for which ClusterDeployment. */
const SITES: readonly [name: string, place: string, detail: string][] = [
  ["helm-endless", "templates/_helpers.tpl:2:23", "more than 250 templates"],
  ["helm-nil", "templates/cluster.yaml:6:19", "nil pointer evaluating"],
  ["helm-no-yaml", "templates/cluster.yaml:1:1", 'at "size: a: b"'],
  ["helm-refused-function", "templates/cluster.yaml:6:13", "randAlphaNum"],
  ["helm-required", "templates/cluster.yaml:6:14", "A region is needed"],
  ["helm-schema", "values.schema.json:1:1", '"workers.number"'],
  ["helm-syntax", "templates/cluster.yaml:8:1", "unexpected EOF"],
  ["helm-unknown-function", "templates/cluster.yaml:6:1", '"shout"'],
];

for (const [name, place, detail] of SITES) {
  Deno.test(`bad input ${name} is told with chart and template`, async () => {
    await temporary(async (root) => {
      const source = await writeCase(root, name);
      const [finding] = await errorsOf(source);
      const message = finding?.message ?? "";
      const site =
        `ClusterDeployment "bad" by chart "own-1.0.0" at own/${place}`;
      assertStringIncludes(message, `Cannot expand ${site}: `);
      assertStringIncludes(message, detail);
    });
  });
}

Deno.test("every directory of fixtures/bad is a case", () => {
  const directories = [...Deno.readDirSync(new URL("bad/", FIXTURES))];
  assertEquals(
    directories.map(({ name }) => name).sort(),
    Object.keys(CASES).sort(),
  );
});

for (const [name, expected] of Object.entries(CASES)) {
  Deno.test(`bad input ${name} is refused, with place and remedy`, async () => {
    await temporary(async (root) => {
      const source = await writeCase(root, name);
      const findings = await errorsOf(source);
      assertEquals(findings.map(inShort), expected);
      for (const [hinted, remedy] of HINTS) {
        if (hinted === name) {
          assert(findings.some((it) => remedy.test(it.remedy)));
        }
      }
      // Without a configuration nobody knows what to render to where.
      if (name !== "wrong-config") await assertGoodIsRendered(root, source);
    });
  });
}

/** What only Git can hold, or what is better made than kept. */
const GIT_CASES: readonly [
  name: string,
  make: (work: string) => Promise<void>,
  expected: readonly string[],
][] = [
  [
    "a symbolic link",
    (work) => Deno.symlink("/etc/passwd", join(work, "bad.yaml")),
    ["git/symlink bad.yaml:1:1"],
  ],
  [
    "a submodule",
    async (work) => {
      const inner = await workTree(join(work, "modules/bad"));
      await commitFiles(inner, { "bad.yaml": "" });
    },
    ["git/submodule modules/bad:1:1"],
  ],
  [
    "a file of 100 MB",
    (work) =>
      Deno.writeFile(
        join(work, "bad.yaml"),
        new Uint8Array(100_000_000).fill(35),
      ),
    ["git/too-large bad.yaml:1:1"],
  ],
  [
    "a NUL",
    (work) => Deno.writeTextFile(join(work, "bad.yaml"), "a: 1\nb: \0\n"),
    ["yaml/syntax bad.yaml:2:4"],
  ],
  [
    "text that is not UTF-8",
    (work) => Deno.writeFile(join(work, "bad.yaml"), Uint8Array.of(0x61, 0xff)),
    ["git/not-utf8 bad.yaml:1:1"],
  ],
  [
    "a file that Git LFS keeps",
    (work) =>
      Deno.writeTextFile(
        join(work, "bad.yaml"),
        `version https://git-lfs.github.com/spec/v1\noid sha256:${
          "0".repeat(64)
        }\nsize 9\n`,
      ),
    ["git/lfs-pointer bad.yaml:1:1"],
  ],
];

for (const [name, make, expected] of GIT_CASES) {
  Deno.test(`${name} in a repository is refused, with place and remedy`, async () => {
    await temporary(async (root) => {
      const work = await workTree(join(root, "work"));
      await commitFiles(work, await readSample("starter"));
      await make(work);
      await commitIndex(work);
      const source = [
        "--source",
        work,
        "--ref",
        "main",
        "--cache",
        `${root}/cache`,
      ];
      const findings = await errorsOf(source);
      assertEquals(findings.map(inShort), expected);
      await assertGoodIsRendered(root, source);
    });
  });
}

Deno.test("validate says the same as text, JSON and SARIF", async () => {
  await temporary(async (root) => {
    const source = await writeCase(root, "unknown-field");
    const text = await k0render("validate", ...source);
    assertStringIncludes(
      text.stdout,
      `[k0rdent/unknown-field]
  8 |   credentail: aws-main
    |   ^
  Did you mean "spec.credential"?
`,
    );
    const sarif = await k0render("validate", ...source, "--format", "sarif");
    const [run] = JSON.parse(sarif.stdout).runs;
    const { results, tool } = run as {
      results: { ruleId: string; locations: unknown[] }[];
      tool: { driver: { rules: { id: string }[] } };
    };
    const result = results.find(({ ruleId }) =>
      ruleId === "k0rdent/unknown-field"
    );
    assertEquals(result?.locations, [{
      physicalLocation: {
        artifactLocation: { uri: "bad.yaml" },
        region: { startLine: 8, startColumn: 3 },
      },
    }]);
    assert(tool.driver.rules.some(({ id }) => id === "k0rdent/unknown-field"));
    assertEquals([text.code, sarif.code], [1, 1]);
  });
});

interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
  readonly remedy: string;
  readonly location?: { file: string; line: number; column: number };
}

async function writeCase(root: string, name: string): Promise<string[]> {
  const source = join(root, "source");
  const files = {
    ...await readSample("starter"),
    ...await readSample(`bad/${name}`),
  };
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(join(source, path)), { recursive: true });
    await Deno.writeTextFile(join(source, path), text);
  }
  return ["--source", source];
}

async function commitIndex(work: string): Promise<void> {
  await plainGit(work, ["add", "."]);
  await plainGit(work, ["commit", "--quiet", "-m", "Add something bad"]);
}

async function errorsOf(source: readonly string[]): Promise<Finding[]> {
  const result = await k0render("validate", ...source, "--format", "json");
  assertCalm(result);
  const { findings } = JSON.parse(result.stdout) as { findings: Finding[] };
  const errors = findings.filter(({ severity }) => severity === "error");
  for (const { message, remedy } of errors) {
    assertMatch(message, /^Cannot [^]*[^.]$/);
    assertMatch(remedy, /^[A-Z][^]+/);
  }
  return errors;
}

function inShort({ id, location }: Finding): string {
  if (location === undefined) return id;
  const { file, line, column } = location;
  return `${id} ${file}:${line}:${column}`;
}

async function assertGoodIsRendered(
  root: string,
  source: readonly string[],
): Promise<void> {
  const out = join(root, "out");
  assertCalm(await k0render("render", ...source, "--out", out));
  const path = join(out, "clusters/prod/first/kustomization.yaml");
  assert((await Deno.stat(path)).isFile);
}

/** An error was found, and told without a stack trace. */
function assertCalm({ code, stdout, stderr }: CliResult): void {
  assertEquals(code, 1, stderr);
  for (const text of [stdout, stderr]) {
    assert(!/^ +at .*:\d+/m.test(text), text);
    assert(!text.includes("/src/"), text);
  }
}

Deno.test("a file in place of a directory is said to be one", async () => {
  await temporary(async (root) => {
    const file = join(root, "eu1.yaml");
    await Deno.writeTextFile(file, "kind: ClusterDeployment\n");
    const { code, stderr } = await k0render("validate", "--source", file);
    assertEquals(code, 1);
    assertEquals(
      stderr,
      `error: Cannot read "${file}": it is a file, not a directory\n`,
    );
  });
});
