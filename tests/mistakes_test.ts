/**
 * Every mistake of real repositories is told, once, where it is made, in every
 * format: fixtures/mistakes has each of them in a file of its own.
 */

import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import { temporary } from "../src/git/_testing.ts";
import { k0render } from "./cli.ts";
import { FIXTURES, readSample } from "./samples.ts";
import { readSarif } from "./sarif.ts";

const SOURCE = fromFileUrl(new URL("mistakes", FIXTURES));

/** Files without mistakes. */
const RIGHT =
  /^(?:base|templates)\/|^k0render\.yaml$|\/(?:settings|stage|limits)\.yaml$/;

type Mistake = readonly [
  file: string,
  finding: string,
  severity: string,
  remedy: string,
];

/** By file and line: the finding as `rule line:column`. */
const MISTAKES: readonly Mistake[] = [
  [
    "clusters/config-closed.yaml",
    "render/package 12:18",
    "error",
    "Correct spec.config, or the package in this repository.",
  ],
  [
    "clusters/config-identity.yaml",
    "validate/other-identity 12:13",
    "warning",
    "Remove clusterIdentity from config, and name the Credential of the identity that is meant in spec.credential.",
  ],
  [
    "clusters/config-lower-case.yaml",
    "validate/unknown-config-key 11:5",
    "warning",
    'Did you mean "spec.config.controlPlane"?',
  ],
  [
    "clusters/config-of-managed.yaml",
    "validate/unknown-config-key 11:5",
    "warning",
    "Correct the key or remove it; the chart ignores it.",
  ],
  [
    "clusters/config-of-other-chart.yaml",
    "validate/unknown-config-key 12:7",
    "warning",
    'Did you mean "spec.config.worker.rootDeviceSize"?',
  ],
  [
    "clusters/config-password.yaml",
    "validate/secret-in-config 13:7",
    "warning",
    "Remove it and replace the secret itself: it is in the history. Clusters get their credentials from the Secret of their Credential.",
  ],
  [
    "clusters/config-too-deep.yaml",
    "validate/unknown-config-key 13:7",
    "warning",
    'Did you mean "spec.config.region"?',
  ],
  [
    "clusters/invented-fields.yaml",
    "k0rdent/unknown-field 11:3",
    "error",
    "Remove it: the ClusterTemplate that spec.template names is made for a provider.",
  ],
  [
    "clusters/invented-fields.yaml",
    "k0rdent/unknown-field 12:3",
    "error",
    'Did you mean "spec.config.workersNumber"? Most charts have the number of workers there, and their machines in "spec.config.worker".',
  ],
  [
    "clusters/invented-fields.yaml",
    "k0rdent/unknown-field 14:3",
    "error",
    'Did you mean "spec.serviceSpec.services"?',
  ],
  [
    "clusters/invented-fields.yaml",
    "k0rdent/unknown-field 16:3",
    "error",
    "Remove it: the cluster is called as metadata.name says.",
  ],
  [
    "clusters/invented-group.yaml",
    "k0rdent/unknown-group 2:13",
    "error",
    'Write "apiVersion: k0rdent.mirantis.com/v1beta1".',
  ],
  [
    "clusters/labels-in-config.yaml",
    "validate/labels-in-config 11:5",
    "warning",
    "Put the labels into metadata.labels of the ClusterDeployment, which is what selectors match.",
  ],
  [
    "clusters/no-config.yaml",
    "validate/missing-config 8:3",
    "error",
    'Write "config: {}" to deploy with the template\'s defaults.',
  ],
  [
    "clusters/oidc-beside-config.yaml",
    "k0rdent/unknown-field 10:3",
    "error",
    'Did you mean "spec.config.oidc"? Values of the template\'s chart belong there.',
  ],
  [
    "clusters/template-object.yaml",
    "k0rdent/wrong-type 9:5",
    "error",
    'Write the name alone: "template: machines-1-0-0".',
  ],
  [
    "clusters/values-for-config.yaml",
    "k0rdent/unknown-field 10:3",
    "error",
    'Did you mean "spec.config"?',
  ],
  [
    "credentials/clear-text.yaml",
    "validate/clear-text-secret 7:1",
    "error",
    "Encrypt it with SOPS, use a SealedSecret or an ExternalSecret, and replace the secret itself: it is in the history.",
  ],
  [
    "credentials/no-resource-template.yaml",
    "validate/missing-resource-template 18:5",
    "warning",
    "Declare the object, or set propagateCredentials: false on the clusters.",
  ],
  [
    "credentials/open-identity.yaml",
    "validate/open-identity 8:3",
    "warning",
    "List the namespaces of the clusters that need it in allowedNamespaces.list, or select them by labels.",
  ],
  [
    "kustomize/lists-nothing/kustomization.yaml",
    "source/kustomize-lists-nothing 4:1",
    "warning",
    "List the files under resources, or remove the kustomization.yaml.",
  ],
  [
    "kustomize/missing-file/kustomization.yaml",
    "source/kustomize-missing-file 6:5",
    "warning",
    'Did you mean "north/settings.yaml"?',
  ],
  [
    "kustomize/other-namespace/kustomization.yaml",
    "source/kustomize-namespace 4:12",
    "warning",
    "Write the namespace that is meant in both places, or remove it from the kustomization.",
  ],
  [
    "services/cycle.yaml",
    "validate/dependency-cycle 17:11",
    "error",
    "Remove one of the dependencies.",
  ],
  [
    "services/drift-target.yaml",
    "k0rdent/unknown-field 13:9",
    "error",
    "Remove the line: group, version, kind, name and the other fields of the selector stand in the item itself.",
  ],
  [
    "services/empty-selector.yaml",
    "validate/empty-selector 7:20",
    "error",
    "Give clusterSelector labels; an empty selector matches nothing.",
  ],
  [
    "services/matches-everything.yaml",
    "validate/selects-everything 7:3",
    "warning",
    "Ask for a label that the clusters which are meant have, with matchLabels or an expression with In or Exists.",
  ],
  [
    "services/matches-nothing.yaml",
    "validate/unmatched-selector 8:5",
    "warning",
    "Correct the selector, or the labels of the ClusterDeployments.",
  ],
  [
    "services/wrapper-values.yaml",
    "validate/wrapper-values 33:9",
    "warning",
    'At most one of the two does something. If the chart wraps "proxy", put these values below "proxy:" too; else take them out of it there.',
  ],
  [
    "yaml/labels-twice.yaml",
    "yaml/duplicate-key 14:5",
    "error",
    "Remove one of the two; Kubernetes would keep the last one.",
  ],
  [
    "yaml/name-twice.yaml",
    "yaml/duplicate-key 6:3",
    "error",
    "Remove one of the two; Kubernetes would keep the last one.",
  ],
  [
    "yaml/one-bad-document.yaml",
    "yaml/syntax 11:1",
    "error",
    "Close it, or indent this line further than its key, without tabs",
  ],
];

Deno.test("validate tells every mistake once, as JSON", async () => {
  const { code, stdout } = await validate("json");
  const found: Mistake[] = JSON.parse(stdout).findings.map(
    ({ id, severity, remedy, location }: JsonFinding) => [
      location.file,
      `${id} ${location.line}:${location.column}`,
      severity,
      remedy,
    ],
  );
  assertEquals(found, [...MISTAKES]);
  assertEquals(code, 1);
});

Deno.test("validate tells every mistake once, as text", async () => {
  const { code, stdout } = await validate("text");
  const entries = stdout.trimEnd().split("\n\n");
  assertEquals(entries.length, MISTAKES.length + 1);
  for (const [index, [file, finding, severity, remedy]] of MISTAKES.entries()) {
    const [rule, place] = finding.split(" ");
    const entry = entries[index] ?? "";
    assertStringIncludes(entry, `${file}:${place}: ${severity}: `);
    assertStringIncludes(entry, ` [${rule}]\n`);
    assert(entry.endsWith(`\n  ${remedy}`), entry);
  }
  assertEquals(code, 1);
});

Deno.test("validate tells every mistake once, as SARIF", async () => {
  const { code, stdout } = await validate("sarif");
  const found = readSarif(stdout).map(({ ruleId, locations: [location] }) => {
    const { artifactLocation, region } = location?.physicalLocation ?? {};
    return [
      artifactLocation?.uri,
      `${ruleId} ${region?.startLine}:${region?.startColumn}`,
    ];
  });
  assertEquals(found, MISTAKES.map(([file, finding]) => [file, finding]));
  assertEquals(code, 1);
});

Deno.test("validate --strict makes errors of mistakes in configuration", async () => {
  const { stdout } = await validate("json", "--strict");
  const raised = JSON.parse(stdout).findings.flatMap(
    ({ id, severity }: JsonFinding, index: number) =>
      severity === MISTAKES[index]?.[2] ? [] : [`${severity} ${id}`],
  );
  assertEquals([...new Set(raised)].sort(), [
    "error validate/other-identity",
    "error validate/secret-in-config",
    "error validate/unknown-config-key",
    "error validate/wrapper-values",
  ]);
});

Deno.test("render --strict keeps clusters with unknown keys from being rendered", async () => {
  await temporary(async (root) => {
    const render = ["render", "--source", SOURCE, "--out"];
    await k0render(...render, join(root, "lax"));
    await k0render(...render, join(root, "strict"), "--strict");
    const cluster = "clusters/lab/config-lower-case";
    assert((await Deno.stat(join(root, "lax", cluster))).isDirectory);
    await assertRejects(
      () => Deno.stat(join(root, "strict", cluster)),
      Deno.errors.NotFound,
    );
  });
});

Deno.test("every file of fixtures/mistakes has a mistake or is a right one", async () => {
  const files = Object.keys(await readSample("mistakes"));
  const mistaken = new Set(MISTAKES.map(([file]) => file));
  const rest = files.filter((file) => !mistaken.has(file) && !RIGHT.test(file));
  assertEquals(rest, []);
});

interface JsonFinding {
  readonly id: string;
  readonly severity: string;
  readonly remedy: string;
  readonly location: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
}

function validate(format: string, ...args: string[]) {
  const given = ["--source", SOURCE, "--format", format];
  return k0render("validate", ...given, ...args);
}
