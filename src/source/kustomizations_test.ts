import { assertEquals } from "@std/assert";
import { inShort } from "../../tests/definitions.ts";
import { readDrySource } from "./read_dry_source.ts";

const OBJECT =
  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: lab}\n";

/** The kustomization of `env/`, other files, and the findings in short. */
const CASES: readonly [
  criterion: string,
  kustomization: string,
  files: readonly string[],
  expected: readonly string[],
][] = [
  [
    "accepts files and directories that are there",
    "resources: [a.yaml, ./b, ../c/d.yml]",
    [
      "env/a.yaml",
      "env/b/c.yaml",
      "c/d.yml",
    ],
    [],
  ],
  [
    "finds a missing file and a missing directory",
    "resources: [a.yaml, gone.yaml, gone]",
    [
      "env/a.yaml",
    ],
    [
      "source/kustomize-missing-file resources[1]",
      "source/kustomize-missing-file resources[2]",
    ],
  ],
  [
    "does not judge what is not read",
    "resources: [https://a.b/c, git@a.b:c, a.b/c/d, a.json, ../../x.yaml, .hidden/a.yaml]",
    [
      "a.yaml",
    ],
    [],
  ],
  [
    "warns of what k0render does not do",
    "{resources: [a.yaml], namePrefix: x-, patches: []}",
    ["env/a.yaml"],
    [
      "source/kustomize-overlay namePrefix:",
    ],
  ],
  ["finds an empty list beside objects", "resources: []", ["env/a.yaml"], [
    "source/kustomize-lists-nothing resources:",
  ]],
  ["accepts an empty list beside nothing", "resources: []", ["a.yaml"], []],
  [
    "finds a namespace that contradicts the objects",
    "{namespace: dev, resources: [a.yaml]}",
    [
      "env/a.yaml",
    ],
    ["source/kustomize-namespace namespace"],
  ],
  [
    "accepts a namespace that the objects have",
    "{namespace: lab, resources: [a.yaml]}",
    [
      "env/a.yaml",
    ],
    [],
  ],
  [
    "warns of a namespace for objects it does not know",
    "{namespace: lab, resources: [b]}",
    [
      "env/b/a.yaml",
    ],
    ["source/kustomize-overlay namespace:"],
  ],
];

for (const [criterion, kustomization, files, expected] of CASES) {
  Deno.test(`kustomizationFindings() ${criterion}`, () => {
    const objects = files.map((path, index) => ({
      path,
      text: OBJECT.replace("name: a", `name: a${index}`),
    }));
    const path = "env/kustomization.yaml";
    const all = [...objects, { path, text: `${kustomization}\n` }];
    const { findings } = readDrySource({ files: all, findings: [] });
    assertEquals(inShort(findings), [...expected]);
  });
}
