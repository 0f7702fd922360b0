import { assertEquals } from "@std/assert";
import {
  OFFICIAL_PROVIDER_CHARTS,
  officialTemplate,
} from "./official_template.ts";

const CASES: readonly [name: string, expected: string | undefined][] = [
  ["aws-standalone-cp-1-0-43", "aws-standalone-cp 1.0.43"],
  ["adopted-cluster-1-0-2", "adopted-cluster 1.0.2"],
  ["gcp-gke-1-0-15-rc1", "gcp-gke 1.0.15-rc1"],
  ["gcp-gke-1-0-15-rc-1", "gcp-gke 1.0.15-rc.1"],
  ["adopted-cluster-1.11.0", undefined],
  ["aws-standalone-cp", undefined],
  ["aws-standalone-cp-1-0", undefined],
  ["aws-standalone-cp-latest", undefined],
  ["my-aws-standalone-cp-1-0-43", undefined],
];

Deno.test("officialTemplate() reads chart and version of k0rdent's own names only", () => {
  for (const [name, expected] of CASES) {
    const official = officialTemplate(name);
    const found = official && `${official.chart} ${official.version}`;
    assertEquals([name, found], [name, expected]);
  }
});

Deno.test("officialTemplate() tells the provider charts apart", () => {
  const charts = [
    "cluster-api-1-1-15",
    "cluster-api-provider-aws-1-0-25",
    "kcm-1-11-0",
    "kcm-regional-1-11-0",
    "projectsveltos-1-12-1",
  ].map((name) => officialTemplate(name, OFFICIAL_PROVIDER_CHARTS)?.chart);
  assertEquals(charts, [
    "cluster-api",
    "cluster-api-provider-aws",
    "kcm",
    "kcm-regional",
    "projectsveltos",
  ]);
});

Deno.test("officialTemplate() reads names of other charts where they are given", () => {
  assertEquals(officialTemplate("own-2-0-0", ["own"]), {
    chart: "own",
    version: "2.0.0",
  });
});
