/**
 * `k0render explain` of what no cluster has for itself, as people call it.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { dirname, join } from "@std/path";
import { temporary } from "../src/git/_testing.ts";
import { type CliResult, k0render } from "./cli.ts";
import { SHARED_SOURCE } from "./shared_source.ts";
import type { DryFiles } from "./text_edits.ts";

async function explain(
  args: readonly string[],
  files: DryFiles = SHARED_SOURCE,
): Promise<CliResult> {
  let result: CliResult | undefined;
  await temporary(async (root) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      await Deno.mkdir(dirname(file), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    result = await k0render("explain", "--source", root, ...args);
  });
  assert(result !== undefined);
  return result;
}

const AWS = "HelmRelease/cluster-api-provider-aws";

/** What is asked, and a part of the answer. */
const ANSWERS: readonly [args: readonly string[], text: RegExp][] = [
  [
    ["Management/kcm", AWS, "spec.chartRef.name"],
    /from platform\.yaml:36:17 .*template of Management kcm\n {4}overrides "cluster-api-provider-aws-1-0-16" platform\.yaml:15:17 .* of Release/,
  ],
  [
    ["kcm", AWS, "spec.values.global.registry"],
    /from platform\.yaml:40:21 .* of Management kcm\n {4}overrides "reg\.example\.com\/k0rdent" k0render\.yaml:5:19 installation\.globalRegistry/,
  ],
  [
    ["HelmRelease/kcm-system/kcm", "spec.values.controller.createRelease"],
    /from platform\.yaml:30:26 .*\n {4}overrides false a rule of KCM/,
  ],
  [
    ["eu", "HelmRelease/eu-cluster-api-provider-aws", "spec.values.logLevel"],
    /from platform\.yaml:54:19 .* of Region eu/,
  ],
  [
    ["HelmRelease/kcm-system/projectsveltos", "spec.chartRef.name"],
    /from platform\.yaml:17:17 spec\.providers\[1\]\.template of Release/,
  ],
  [
    ["kcm-system/ingress-nginx-4-13-0", "HelmChart", "spec.version"],
    /from services\.yaml:19:16 /,
  ],
  [
    ["team-a/aws-main", "spec.description"],
    /from access\.yaml:21:16 .* of Credential kcm-system\/aws-main/,
  ],
  [
    ["team-a/aws-main", "metadata.namespace"],
    /from access\.yaml:9:13 .* of AccessManagement kcm/,
  ],
  [
    ["own-services", "ClusterProfile", "spec.tier"],
    /depends on services\.yaml:57:15 spec\.serviceSpec\.priority/,
  ],
  [
    ["GitRepository/kcm-system/policies-1-0-0", "spec.url"],
    /from services\.yaml:46:14 /,
  ],
  [
    ["kcm-system/kcm-templates", "spec.url"],
    /a rule of KCM: the repository of k0rdent's own charts/,
  ],
  [
    ["Credential/kcm-system/aws-main", "spec.description"],
    /reaches Credential team-a\/aws-main spec\.description/,
  ],
];

for (const [args, text] of ANSWERS) {
  Deno.test(`explain ${args.join(" ")} of the layers has an answer`, async () => {
    const { code, stdout, stderr } = await explain(args);
    assertEquals([code, stderr], [0, ""]);
    assertMatch(stdout, text);
  });
}

Deno.test("explain asks which object is meant where several have an answer", async () => {
  const { code, stdout, stderr } = await explain(["kcm"]);
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "[explain/ambiguous-object]");
  assertStringIncludes(
    stderr,
    'Say which: "AccessManagement/kcm" or "Management/kcm".',
  );
});

Deno.test("explain tells why nothing comes of an object", async () => {
  const platform = SHARED_SOURCE["platform.yaml"] ?? "";
  const files = {
    ...SHARED_SOURCE,
    "platform.yaml": platform.replace("template: aws-1-0-17", "template: a"),
  };
  const { code, stderr } = await explain(["Management/kcm", AWS], files);
  assertEquals(code, 1);
  assertStringIncludes(stderr, `Cannot explain object "${AWS}" of Management`);
  assertStringIncludes(stderr, "Cannot resolve ProviderTemplate a");
});

Deno.test("explain --format json says what a declared value overrides", async () => {
  const { stdout } = await explain([
    ...["kcm", AWS, "spec.values.global.registry", "--format", "json"],
  ]);
  const { explained: [{ objects: [{ fields: [field] }] }] } = JSON.parse(
    stdout,
  );
  const [claim] = field.overridden;
  assertEquals([claim.layer, claim.value], [
    "declared",
    "reg.example.com/k0rdent",
  ]);
  assertEquals(claim.from[0].location.file, "k0render.yaml");
});
