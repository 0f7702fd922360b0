/**
 * What KCM tells Sveltos (kcm-spec 6.5).
 *
 * @module
 */

import type { ValueMap } from "../../model/mod.ts";
import type { Installation } from "../../source/mod.ts";

/** The parts of Sveltos that are reloaded and configured by nothing else. */
const RELOADED = [
  "scManager",
  "hcManager",
  "eventManager",
  "shardController",
  "techsupportController",
  "mcpServer",
];

/**
 * The values that KCM sets for Sveltos, whatever somebody configures.
 *
 * @param installation The settings of the KCM installation.
 * @returns The values, without `global`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { getPath } from "../../model/mod.ts";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const values = sveltosValues(DEFAULT_CONFIG.installation);
 * assertEquals(
 *   getPath(values, ["projectsveltos", "registerMgmtClusterJob", "registerMgmtCluster", "args"]),
 *   ["--labels=k0rdent.mirantis.com/management-cluster=true"],
 * );
 * ```
 */
export function sveltosValues(installation: Installation): ValueMap {
  const { enableProvidersReload } = installation;
  const reload = enableProvidersReload === undefined
    ? undefined
    : { "reloader.stakater.com/auto": String(enableProvidersReload) };
  const annotations: ValueMap = reload === undefined
    ? {}
    : { annotations: reload };
  const patches = patchesOf(installation);
  const hasPatches = Object.keys(patches).length > 0;
  return {
    projectsveltos: {
      registerMgmtClusterJob: {
        registerMgmtCluster: {
          args: ["--labels=k0rdent.mirantis.com/management-cluster=true"],
        },
      },
      ...(reload === undefined ? {} : reloaded(annotations)),
      ...(hasPatches
        ? {
          addonController: {
            ...annotations,
            driftDetectionManagerPatchConfigMap: { data: patches },
          },
          classifierManager: {
            ...annotations,
            agentPatchConfigMap: { data: patches },
          },
        }
        : {}),
    },
  };
}

function reloaded(annotations: ValueMap): ValueMap {
  return {
    accessManager: { manager: annotations, ...annotations },
    ...Object.fromEntries(RELOADED.map((part) => [part, annotations])),
  };
}

/** Patches of the agents, whose text is compared byte for byte. */
function patchesOf(
  { imagePullSecret = "", enableProvidersReload }: Installation,
): ValueMap {
  return {
    ...(imagePullSecret === ""
      ? {}
      : { "image-patch": imagePatch(imagePullSecret) }),
    ...(enableProvidersReload === undefined
      ? {}
      : { "reloader-annotation-patch": reloaderPatch(enableProvidersReload) }),
  };
}

function imagePatch(secret: string): string {
  return `patch: |-
  - op: add
    path: /spec/template/spec/imagePullSecrets
    value:
    - name: ${secret}`;
}

function reloaderPatch(isEnabled: boolean): string {
  return `patch: |-
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: required-by-kustomize
    annotations:
      reloader.stakater.com/auto: "${isEnabled}"`;
}
