import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type Installation } from "../../source/mod.ts";
import { sveltosValues } from "./sveltos_values.ts";

function valuesOf(settings: Partial<Installation>) {
  const { projectsveltos } = sveltosValues({
    ...DEFAULT_CONFIG.installation,
    ...settings,
  });
  return projectsveltos;
}

const IMAGE_PATCH = `patch: |-
  - op: add
    path: /spec/template/spec/imagePullSecrets
    value:
    - name: pull`;

const RELOADER_PATCH = `patch: |-
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: required-by-kustomize
    annotations:
      reloader.stakater.com/auto: "true"`;

Deno.test("sveltosValues() patches the agents with the pull secret, byte for byte", () => {
  const values = valuesOf({ imagePullSecret: "pull" });
  const data = { "image-patch": IMAGE_PATCH };
  assertEquals(getPath(values, ["addonController"]), {
    driftDetectionManagerPatchConfigMap: { data },
  });
  assertEquals(getPath(values, ["classifierManager"]), {
    agentPatchConfigMap: { data },
  });
});

Deno.test("sveltosValues() patches nothing without a pull secret", () => {
  for (const settings of [{}, { imagePullSecret: "" }]) {
    assertEquals(Object.keys(Object(valuesOf(settings))), [
      "registerMgmtClusterJob",
    ]);
  }
});

Deno.test("sveltosValues() annotates all parts for reloading", () => {
  const values = valuesOf({ enableProvidersReload: true });
  const annotations = { "reloader.stakater.com/auto": "true" };
  const data = { "reloader-annotation-patch": RELOADER_PATCH };
  const { registerMgmtClusterJob: _, ...parts } = Object(values);
  assertEquals(parts, {
    accessManager: { annotations, manager: { annotations } },
    scManager: { annotations },
    hcManager: { annotations },
    eventManager: { annotations },
    shardController: { annotations },
    techsupportController: { annotations },
    mcpServer: { annotations },
    addonController: {
      annotations,
      driftDetectionManagerPatchConfigMap: { data },
    },
    classifierManager: { annotations, agentPatchConfigMap: { data } },
  });
});
