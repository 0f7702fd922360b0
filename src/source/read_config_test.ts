import { assertEquals } from "@std/assert";
import { locate } from "../yaml/mod.ts";
import { readConfig } from "./read_config.ts";
import { DEFAULT_CONFIG } from "./render_config.ts";

const HEAD = "apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\n";

Deno.test("readConfig() gives all defaults for an empty file", () => {
  assertEquals(readConfig("# nothing yet\n"), {
    config: DEFAULT_CONFIG,
    findings: [],
  });
  assertEquals(DEFAULT_CONFIG.environments, [
    { name: "default", branch: "rendered" },
  ]);
});

Deno.test("readConfig() says what is wrong, what would be right, and where", () => {
  const cases: [string, string, string][] = [
    [
      "applyLevel: cappi\n",
      'Cannot read "applyLevel" of k0render.yaml: expected one of "capi"|"helmrelease"|"k0rdent"',
      '3:13 Did you mean "capi"?',
    ],
    [
      "layout: {shard: 1}\n",
      'Cannot read "layout.shard" of k0render.yaml: there is no such setting',
      '3:10 Did you mean "layout.shards"?',
    ],
    [
      "globalRegistry: a\n",
      'Cannot read "globalRegistry" of k0render.yaml: there is no such setting',
      '3:1 Did you mean "installation.globalRegistry"?',
    ],
    [
      "kcmVersion: 1.11\n",
      'Cannot read "kcmVersion" of k0render.yaml: expected string, received number',
      '3:13 Write it in quotes: "1.11".',
    ],
    [
      "environments: [{name: a, branch: --force}]\n",
      'Cannot read "environments[0].branch" of k0render.yaml: is not a name that Git allows',
      "3:34 Correct the setting; docs/schema/renderconfig.json describes them all.",
    ],
    [
      "environments: [{name: a, branch: b}, {name: c, branch: b}]\n",
      'Cannot read "environments" of k0render.yaml: must have different branches',
      "3:15 Correct the setting; docs/schema/renderconfig.json describes them all.",
    ],
    [
      "environments: [{name: a, branch: b, paths: [../x]}]\n",
      'Cannot read "environments[0].paths[0]" of k0render.yaml: must be a path below the root',
      "3:45 Correct the setting; docs/schema/renderconfig.json describes them all.",
    ],
    [
      "installation: {templatesRepoURL: ftp://x}\n",
      'Cannot read "installation.templatesRepoURL" of k0render.yaml: must begin with oci://, https:// or http://',
      "3:34 Correct the setting; docs/schema/renderconfig.json describes them all.",
    ],
  ];
  for (const [settings, message, detail] of cases) {
    const { config, findings } = readConfig(HEAD + settings);
    assertEquals(config, undefined);
    assertEquals(findings.map((finding) => finding.message), [message]);
    const [finding] = findings;
    const at = locate(HEAD + settings, finding!.place!);
    assertEquals(`${at.line}:${at.column} ${finding!.remedy}`, detail);
  }
});

Deno.test("readConfig() refuses what is no RenderConfig at all", () => {
  for (
    const text of [
      "kind: RenderConfig\n",
      "- a\n",
      "a: [\n",
      `${HEAD}---\na: 1\n`,
    ]
  ) {
    const { config, findings } = readConfig(text);
    assertEquals([config, findings.length > 0], [undefined, true], text);
  }
});
