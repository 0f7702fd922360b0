/**
 * The examples of ../shared as one dry source. People wrote them for
 * installations of their own, so each cluster gets a name of its own here.
 *
 * @module
 */

import type { Manifest } from "../src/model/mod.ts";
import { isManifest } from "../src/model/mod.ts";
import { emitYaml, loadYamlAll } from "../src/yaml/mod.ts";
import { corrections } from "./corrections.ts";
import { NO_NAMESPACE, REFUSED } from "./example_mistakes.ts";
import {
  credentialFor,
  readExamples,
  readRepeatedTemplates,
  readServiceTemplates,
} from "./examples.ts";

/** The examples, together. */
export interface SharedFleet {
  /** The dry source, path → text. */
  readonly files: Readonly<Record<string, string>>;
  /** The names of the clusters, by the example's file. */
  readonly clusters: ReadonlyMap<string, string>;
  /** How many MultiClusterServices there are. */
  readonly services: number;
  /** How many ServiceTemplates the catalog has; four stand there twice. */
  readonly templates: number;
}

const SYSTEM_NAMESPACE = "kcm-system";

const CORRECTED = corrections(NO_NAMESPACE);

/** The examples with mistakes that nobody but their authors can correct. */
export const REFUSED_AS_FLEET: readonly string[] = REFUSED
  .flatMap(({ files }) => files)
  .filter((file) => !CORRECTED.has(file));

/**
 * Puts all examples into one dry source, corrected where that is possible.
 *
 * @returns The dry source, and what is in it.
 */
export function sharedFleet(): SharedFleet {
  const services = readExamples("multiclusterservices");
  const clusters = new Map<string, string>();
  const files = new Map<string, string>();
  const beside = new Set<string>();
  const namespaces = new Set<string>();
  for (const [file, text] of readExamples("clusterdeployments")) {
    const name = `cluster-${String(clusters.size).padStart(3, "0")}`;
    clusters.set(file, name);
    const corrected = CORRECTED.get(file)?.(text) ?? text;
    for (const object of loadYamlAll(corrected).filter(isManifest)) {
      if (object.kind !== "ClusterDeployment") {
        beside.add(emitYaml(object));
        continue;
      }
      const cluster = asMember(object, name);
      namespaces.add(cluster.metadata.namespace ?? SYSTEM_NAMESPACE);
      files.set(`clusters/${name}.yaml`, emitYaml(cluster));
      for (const text of credentialFor(cluster).split("---\n")) {
        beside.add(text);
      }
    }
  }
  for (const [file, text] of services) files.set(`services/${file}`, text);
  return {
    files: {
      ...Object.fromEntries(files),
      "beside.yaml": [...beside].join("---\n"),
      "templates.yaml": readServiceTemplates(),
      "access.yaml": access(namespaces),
    },
    clusters,
    services: services.size,
    templates: readRepeatedTemplates().match(/^kind: ServiceTemplate$/gm)
      ?.length ?? 0,
  };
}

/** The catalog is for all: clusters of tenants take its templates as copies. */
function access(namespaces: ReadonlySet<string>): string {
  const names = loadYamlAll(readServiceTemplates()).filter(isManifest)
    .filter(({ kind }) => kind === "ServiceTemplate")
    .map(({ metadata }) => ({ name: metadata.name }));
  return [
    {
      apiVersion: "k0rdent.mirantis.com/v1beta1",
      kind: "ServiceTemplateChain",
      metadata: { name: "catalog", namespace: SYSTEM_NAMESPACE },
      spec: { supportedTemplates: names },
    },
    {
      apiVersion: "k0rdent.mirantis.com/v1beta1",
      kind: "AccessManagement",
      metadata: { name: "kcm" },
      spec: {
        accessRules: [{
          targetNamespaces: {
            list: [...namespaces].filter((it) => it !== SYSTEM_NAMESPACE),
          },
          serviceTemplateChains: ["catalog"],
        }],
      },
    },
  ].map((object) => emitYaml(object)).join("---\n");
}

/** Every MultiClusterService of the catalog selects `group: demo`. */
function asMember(cluster: Manifest, name: string): Manifest {
  const spec = cluster.spec as Manifest["metadata"] | undefined;
  return {
    ...cluster,
    metadata: {
      ...cluster.metadata,
      name,
      labels: { ...cluster.metadata.labels, group: "demo" },
    },
    ...spec && { spec: { ...spec, credential: `${name}-credential` } },
  };
}
