/**
 * Every value of every rendered object is explained, and what is said holds:
 * the text that is named is changed, and the value changes.
 */

import { assert, assertEquals } from "@std/assert";
import { type Overrides, readBuiltInTemplates } from "../src/service/mod.ts";
import { explainAll, falseClaims, unattributed } from "./attributions.ts";
import {
  credentialFor,
  firstObject,
  readExamples,
  readServiceTemplates,
} from "./examples.ts";
import { EXPLAINED_SOURCE } from "./explained_source.ts";
import { requirement } from "./requirements.ts";
import { readSample } from "./samples.ts";
import type { DryFiles } from "./text_edits.ts";

const demo = await readSample("demo");
const packages = Object.fromEntries(
  [...await readBuiltInTemplates()].map(([path, text]) => [
    `templates/${path.replace(/^cluster\//, "")}`,
    text,
  ]),
);

interface Case {
  readonly name: string;
  readonly files: DryFiles;
  readonly cluster: string;
  readonly overrides?: Overrides;
}

// With the built-in packages in the dry source, their texts can be changed.
const CASES: readonly Case[] = [
  { name: "AWS", files: { ...demo, ...packages }, cluster: "prod/eu1" },
  { name: "Azure", files: { ...demo, ...packages }, cluster: "prod/us1" },
  { name: "Docker", files: { ...demo, ...packages }, cluster: "lab/lab" },
  {
    name: "AWS as a HelmRelease",
    files: { ...demo, ...packages },
    cluster: "prod/eu1",
    overrides: { applyLevel: "helmrelease", serviceDelivery: "helmrelease" },
  },
  {
    name: "AWS beside KCM",
    files: { ...demo, ...packages },
    cluster: "prod/eu1",
    overrides: { applyLevel: "k0rdent" },
  },
  {
    name: "a Helm chart and all that KCM puts in",
    files: EXPLAINED_SOURCE,
    cluster: "team-a/eu1",
  },
];

/**
 * Claims that no change of a text can show: with another type the object is
 * none, or one that the provider does not take.
 */
const TYPES = /(^| )(apiVersion|kind) <- |identityRef\.kind$/;

for (const { name, ...subject } of CASES) {
  Deno.test(`explain knows where every value of ${name} comes from, and it is true`, () => {
    const objects = explainAll(subject);
    assert(objects.length > 4);
    assertEquals(unattributed(objects), []);
    const wrong = falseClaims(subject, objects);
    assertEquals(wrong.filter((claim) => !TYPES.test(claim)), []);
  });
}

/** One example for each kind of cluster. */
const EXAMPLES = [
  "catalog-configurator-clds-aws-cld-medium.yaml",
  "catalog-configurator-clds-azure-cld-large-nvidia.yaml",
  "catalog-configurator-clds-openstack-cld-large.yaml",
  "kcm-test-e2e-clusterdeployment-resources-vsphere-standalone-cp.yaml",
  "kcm-config-dev-remote-clusterdeployment.yaml",
  "kcm-config-dev-adopted-clusterdeployment.yaml",
];

Deno.test({
  name: "explain knows where every value of people's clusters comes from",
  ignore: !await requirement("shared"),
  fn() {
    const examples = readExamples("clusterdeployments");
    const services = readServiceTemplates();
    for (const file of EXAMPLES) {
      const text = examples.get(file) ?? "";
      const cluster = firstObject(text);
      const { namespace, name } = cluster.metadata;
      const objects = explainAll({
        files: {
          "cluster.yaml": text,
          "credential.yaml": credentialFor(cluster),
          "services.yaml": services,
        },
        cluster: `${namespace}/${name}`,
      });
      assertEquals(unattributed(objects), [], file);
    }
  },
});
