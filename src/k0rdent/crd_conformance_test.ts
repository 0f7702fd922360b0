import { assertEquals } from "@std/assert";
import { requirement, SHARED } from "../../tests/requirements.ts";
import { getField, getPath, isMap, type Value } from "../model/mod.ts";
import { loadYaml } from "../yaml/mod.ts";
import { ACCESS_MANAGEMENT } from "./access_management.ts";
import {
  AWS_CONTROLLER_IDENTITY,
  AWS_ROLE_IDENTITY,
  AWS_STATIC_IDENTITY,
} from "./aws_identity.ts";
import { AZURE_IDENTITY } from "./azure_identity.ts";
import { CLUSTER_DEPLOYMENT } from "./cluster_deployment.ts";
import { CLUSTER_IPAM_CLAIM } from "./cluster_ipam_claim.ts";
import { CLUSTER_TEMPLATE } from "./cluster_template.ts";
import { CREDENTIAL } from "./credential.ts";
import {
  BUCKET,
  GIT_REPOSITORY,
  HELM_REPOSITORY,
  OCI_REPOSITORY,
} from "./flux_sources.ts";
import { HELM_CHART } from "./helm_spec.ts";
import type { Kind } from "./kind.ts";
import { K0RDENT_GROUP } from "./kind.ts";
import { K0RDENT_KINDS } from "./kinds.ts";
import { MANAGEMENT } from "./management.ts";
import { MULTI_CLUSTER_SERVICE } from "./multi_cluster_service.ts";
import { OPENSTACK_IDENTITY } from "./openstack_identity.ts";
import { PROVIDER_TEMPLATE } from "./provider_template.ts";
import { REGION } from "./region.ts";
import { RELEASE } from "./release.ts";
import { allFields } from "./schema_fields.ts";
import { scopeOf } from "./scope.ts";
import { SERVICE_TEMPLATE } from "./service_template.ts";
import { STATE_MANAGEMENT_PROVIDER } from "./state_management_provider.ts";
import {
  CLUSTER_TEMPLATE_CHAIN,
  SERVICE_TEMPLATE_CHAIN,
} from "./template_chain.ts";
import { VSPHERE_IDENTITY } from "./vsphere_identity.ts";

interface CrdEntry {
  readonly group: string;
  readonly kind: string;
  readonly scope: string;
}

const KINDS: readonly Kind<unknown>[] = [
  ACCESS_MANAGEMENT,
  AWS_CONTROLLER_IDENTITY,
  AWS_ROLE_IDENTITY,
  AWS_STATIC_IDENTITY,
  AZURE_IDENTITY,
  BUCKET,
  CLUSTER_DEPLOYMENT,
  CLUSTER_IPAM_CLAIM,
  CLUSTER_TEMPLATE,
  CLUSTER_TEMPLATE_CHAIN,
  CREDENTIAL,
  GIT_REPOSITORY,
  HELM_CHART,
  HELM_REPOSITORY,
  MANAGEMENT,
  MULTI_CLUSTER_SERVICE,
  OCI_REPOSITORY,
  OPENSTACK_IDENTITY,
  PROVIDER_TEMPLATE,
  REGION,
  RELEASE,
  SERVICE_TEMPLATE,
  SERVICE_TEMPLATE_CHAIN,
  STATE_MANAGEMENT_PROVIDER,
  VSPHERE_IDENTITY,
];

const hasShared = await requirement("shared");

for (const kind of KINDS) {
  Deno.test({
    name: `${kind.kind} has the fields of its CRD`,
    ignore: !hasShared,
    fn: async () => {
      const schema = specSchema(await readCrd(kind.group, kind.kind));
      const fields = allFields(kind.spec).map((path) => path.join("."));
      assertEquals(fields.toSorted(), [...crdFields(schema, "")].toSorted());
    },
  });
}

Deno.test({
  name: "scopeOf() agrees with the CRDs",
  ignore: !hasShared,
  fn: async () => {
    const index = new URL("data/crds/INDEX.json", SHARED);
    const crds = JSON.parse(await Deno.readTextFile(index));
    const wrong = crds.filter((crd: CrdEntry) => {
      const scope = scopeOf(crd);
      return scope !== undefined && scope !== crd.scope.toLowerCase();
    });
    assertEquals(wrong, []);
  },
});

Deno.test({
  name: "K0RDENT_KINDS are the kinds of the CRDs",
  ignore: !hasShared,
  fn: async () => {
    const kinds: string[] = [];
    for await (const { name } of Deno.readDir(crdDirectory(K0RDENT_GROUP))) {
      kinds.push(name.replace(".yaml", ""));
    }
    assertEquals(kinds.toSorted(), [...K0RDENT_KINDS]);
  },
});

function crdDirectory(group: string): URL {
  return new URL(`data/crds/${group}/`, SHARED);
}

async function readCrd(group: string, kind: string): Promise<Value> {
  const url = new URL(`${kind}.yaml`, crdDirectory(group));
  return loadYaml(await Deno.readTextFile(url));
}

/** The version that is stored is the newest that all of our sources use. */
function specSchema(crd: Value): Value | undefined {
  const versions = getPath(crd, ["spec", "versions"]);
  if (!Array.isArray(versions)) return undefined;
  const stored = versions.find((version) => getField(version, "storage"));
  return getPath(stored, ["schema", "openAPIV3Schema", "properties", "spec"]);
}

function* crdFields(
  schema: Value | undefined,
  prefix: string,
): Generator<string> {
  const items = getField(schema, "items");
  if (items !== undefined) yield* crdFields(items, `${prefix}0.`);
  const properties = getField(schema, "properties");
  if (!isMap(properties)) return;
  for (const [key, field] of Object.entries(properties)) {
    yield `${prefix}${key}`;
    yield* crdFields(field, `${prefix}${key}.`);
  }
}
