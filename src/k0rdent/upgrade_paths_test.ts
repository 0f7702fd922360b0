import { assertEquals } from "@std/assert";
import type { TemplateChainSpec } from "./template_chain.ts";
import {
  availableUpgrades,
  chainFaults,
  upgradePaths,
} from "./upgrade_paths.ts";

/** Chains as `a>b@2 c`: the template, its upgrades, their versions. */
function chain(...templates: string[]): TemplateChainSpec {
  return {
    supportedTemplates: templates.map((text) => {
      const [name = "", upgrades = ""] = text.split(">");
      return {
        name,
        availableUpgrades: upgrades.split(" ").filter((one) => one !== "")
          .map((one) => {
            const [to = "", version] = one.split("@");
            return version === undefined ? { name: to } : { name: to, version };
          }),
      };
    }),
  };
}

const PATHS: readonly [
  title: string,
  chain: TemplateChainSpec,
  expected: Record<string, string[]> | undefined,
][] = [
  [
    "takes the longest way, as kcm-spec 8.9 does",
    chain("a>b@1.1.0 c@2.0.0", "b>c@2.0.0", "c"),
    { b: ["1.1.0"], c: ["1.1.0", "2.0.0"] },
  ],
  [
    "orders versions as text",
    chain("a>b@0.9.0", "b>c@0.10.0", "c"),
    { b: ["0.9.0"], c: ["0.10.0", "0.9.0"] },
  ],
  ["takes the name for the version", chain("a>b", "b"), { b: ["b"] }],
  [
    "visits no template twice",
    chain("a>a b@2", "b>a@1 c@3", "c>b@2"),
    { b: ["2"], c: ["2", "3"] },
  ],
  [
    "keeps the first of two long ways",
    chain("a>b@1 c@2", "b>d@4", "c>d@3", "d"),
    { b: ["1"], c: ["2"], d: ["1", "4"] },
  ],
  ["knows no way from a template that is not there", chain("b"), undefined],
];

for (const [title, spec, expected] of PATHS) {
  Deno.test(`upgradePaths() ${title}`, () => {
    const paths = upgradePaths(spec, "a");
    const versions = paths && Object.fromEntries(
      [...paths].map(([to, way]) => [to, way.map(({ version }) => version)]),
    );
    assertEquals(versions, expected);
  });
}

Deno.test("upgradePaths() gives up where every template leads to every other", () => {
  const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
  const all = chain(
    "a>t0",
    ...names.map((name) => `${name}>${names.join(" ")}`),
  );
  assertEquals(upgradePaths(all, "a"), undefined);
});

Deno.test("availableUpgrades() joins all chains that support the template", () => {
  const chains = [chain("a>c b"), chain("a>b gone"), chain("b>d")];
  assertEquals(availableUpgrades(chains, "a"), ["b", "c", "gone"]);
  assertEquals(availableUpgrades([], "a"), []);
});

Deno.test("chainFaults() finds what KCM refuses, and nothing else", () => {
  assertEquals(chainFaults(chain("a>b@1 c@2", "b>a", "c>c")), []);
  assertEquals(chainFaults(chain("a>b@1 c", "b")), [
    { kind: "unsupported", template: 0, upgrade: 1 },
    { kind: "mixed-versions", template: 0 },
  ]);
});
