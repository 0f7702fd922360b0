import { assertEquals } from "@std/assert";
import { definitionsOf, inShort } from "../../tests/definitions.ts";
import { requirement, SHARED } from "../../tests/requirements.ts";
import { inventoryReferences, takeInventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  identityKey,
  identityOf,
} from "../model/mod.ts";
import { DEFAULT_CONFIG } from "../source/mod.ts";
import { loadLibrary } from "../templates/mod.ts";
import { validate } from "./validate.ts";

const SYSTEM = { systemNamespace: "kcm-system" };

const NO_NAMESPACE = "k0rdent/missing-namespace metadata";
const NO_CONFIG = "validate/missing-config spec";

/** The examples that are refused, and why; all of these are mistakes. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  "catalog-apps-kserve-aws-cld.yaml": [NO_NAMESPACE],
  "catalog-apps-milvus-aws-cld.yaml": [NO_NAMESPACE],
  "catalog-apps-nvidia-aws-cld.yaml": [NO_NAMESPACE],
  "catalog-apps-nvidia-example_inference-doc.md-1.yaml": [NO_NAMESPACE],
  "catalog-apps-nvidia-example_inference-doc.md-2.yaml": [NO_NAMESPACE],
  "catalog-apps-open-webui-aws-cld.yaml": [NO_NAMESPACE],
  "docs-docs-admin-hosted-control-plane-hcp-aws.md-1.yaml": [NO_NAMESPACE],
  "docs-docs-admin-hosted-control-plane-hcp-azure.md-1.yaml": [NO_NAMESPACE],
  "docs-docs-admin-hosted-control-plane-hcp-azure.md-2.yaml": [NO_NAMESPACE],
  "docs-docs-admin-hosted-control-plane-hcp-kubevirt.md-1.yaml": [NO_NAMESPACE],
  "docs-docs-admin-hosted-control-plane-hcp-openstack.md-2.yaml": [
    NO_NAMESPACE,
  ],
  "docs-docs-reference-template-template-aws.md-1.yaml": [NO_NAMESPACE],
  "docs-docs-reference-template-template-aws.md-2.yaml": [NO_NAMESPACE],
  "docs-docs-reference-template-template-gcp.md-1.yaml": [NO_NAMESPACE],
  "docs-docs-reference-template-template-gcp.md-2.yaml": [NO_NAMESPACE],
  "docs-docs-reference-template-template-gcp.md-3.yaml": [NO_NAMESPACE],
  // The template's name has dots, as no template of a release does.
  "docs-docs-admin-clusters-admin-adopting-clusters.md-2.yaml": [
    "validate/missing-reference spec.template",
  ],
  // KCM would make each of these a dry run.
  "docs-docs-admin-clusters-cluster-iam-setup.md-2.yaml": [NO_CONFIG],
  "docs-docs-admin-ksm-ksm-byo-provider.md-2.yaml": [NO_CONFIG],
  "k0rdent-kof-docs-kcm-region.md-3.yaml": [NO_CONFIG],
  // A config beside spec instead of in it.
  "docs-docs-admin-hosted-control-plane-hcp-openstack.md-1.yaml": [
    NO_NAMESPACE,
    "k0rdent/unknown-field config:",
  ],
  // A placeholder that nobody filled in.
  "docs-docs-admin-kof-kof-kcm-region.md-1.yaml": [
    "validate/object-name metadata.name",
    NO_CONFIG,
  ],
};

const hasShared = await requirement("shared");

Deno.test({
  name: "validate() refuses no example but those with mistakes",
  ignore: !hasShared,
  fn: async () => {
    const refused: Record<string, string[]> = {};
    let count = 0;
    for (const folder of ["clusterdeployments", "multiclusterservices"]) {
      for (const [file, text] of await readFolder(folder)) {
        const definitions = definitionsOf(text, file);
        count += definitions.length;
        const errors = errorsOf(definitions);
        if (errors.length > 0) refused[file] = inShort(errors);
      }
    }
    assertEquals([count, refused], [109 + 70, { ...REFUSED }]);
  },
});

Deno.test({
  name: "validate() refuses no ServiceTemplate of the examples but doublets",
  ignore: !hasShared,
  fn: async () => {
    const url = new URL("data/examples/servicetemplates.yaml", SHARED);
    const text = await Deno.readTextFile(url);
    const { inventory, findings } = takeInventory(definitionsOf(text), SYSTEM);
    const all = [...findings, ...check(inventory)];
    const doublets = new Set(all.map(({ object }) => object?.name));
    assertEquals(
      [inventory.serviceTemplates.size + doublets.size, inShort(all)],
      [279, Array(8).fill("k0rdent/duplicate-object metadata.name")],
    );
  },
});

/** The errors of objects, in surroundings in which all that they name exists. */
function errorsOf(definitions: readonly Definition[]): Finding[] {
  const { inventory } = takeInventory(definitions, SYSTEM);
  const surroundings = [...inventoryReferences(inventory)]
    .filter(({ to }) => to.kind !== "ClusterTemplate")
    .map(({ to, from }): Definition => ({
      origin: from.origin,
      verbatim: "",
      manifest: {
        apiVersion: `${to.group}/v1beta1`,
        kind: to.kind,
        metadata: { name: to.name, namespace: to.namespace },
      },
    }));
  const named = new Map(
    surroundings.map((one) => [identityKey(identityOf(one.manifest)), one]),
  );
  const taken = takeInventory([...definitions, ...named.values()], SYSTEM);
  const own = new Set(definitions.map(({ manifest }) => manifest.kind));
  return [...taken.findings, ...check(taken.inventory)].filter((finding) =>
    finding.severity === "error" && own.has(finding.object?.kind ?? "")
  );
}

function check(inventory: ReturnType<typeof takeInventory>["inventory"]) {
  return validate({
    inventory,
    config: DEFAULT_CONFIG,
    library: loadLibrary({ builtIn: new Map() }),
  });
}

async function readFolder(folder: string): Promise<[string, string][]> {
  const url = new URL(`data/examples/${folder}/`, SHARED);
  const files: [string, string][] = [];
  for await (const { name } of Deno.readDir(url)) {
    files.push([name, await Deno.readTextFile(new URL(name, url))]);
  }
  return files.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
}
