import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type Installation } from "../../source/mod.ts";
import { componentValues } from "./component_values.ts";

/** A component, its config, settings, and the values or the field at fault. */
const CASES: readonly [
  criterion: string,
  name: string,
  config: ValueMap,
  settings: Partial<Installation>,
  expected: ValueMap | string,
][] = [
  ["are empty by default", "capi", {}, {}, {}],
  ["let the configuration win", "capi", { global: { registry: "own" } }, {
    globalRegistry: "reg",
  }, { global: { registry: "own" } }],
  [
    "name registry, pull secret, proxy and reload",
    "capi",
    {},
    {
      globalRegistry: "reg",
      imagePullSecret: "pull",
      proxySecret: "proxy",
      enableProvidersReload: false,
    },
    {
      global: {
        registry: "reg",
        imagePullSecrets: [{ name: "pull" }],
        proxy: { secretName: "proxy" },
        enableProvidersReload: false,
      },
    },
  ],
  ["tell that there is no pull secret", "capi", {}, { imagePullSecret: "" }, {
    global: { imagePullSecrets: [] },
  }],
  ["drop what the configuration nulls", "capi", { global: null, a: null }, {
    globalRegistry: "reg",
  }, { a: null }],
  [
    "of KCM take what is configured",
    "kcm",
    {
      controller: { createRelease: true },
      regional: { extra: 1, velero: { enabled: false, a: 1 } },
    },
    {},
    {
      controller: {
        createRelease: true,
        createManagement: false,
        createAccessManagement: false,
      },
      admissionWebhook: { enabled: true },
      regional: {
        extra: 1,
        "cert-manager": {},
        "cluster-api-operator": { enabled: true },
        velero: { enabled: false, a: 1 },
        telemetry: {},
      },
    },
  ],
  ["of KCM need a map", "kcm", { regional: null }, {}, "regional"],
  [
    "of KCM need maps in regional",
    "kcm",
    { regional: { velero: true } },
    {},
    "regional.velero",
  ],
  ["of Regions need maps", "kcm-regional", { telemetry: [] }, {}, "telemetry"],
  [
    "enable what is neither on nor off",
    "kcm-regional",
    { velero: { enabled: null } },
    { globalRegistry: "reg" },
    {
      "cert-manager": {},
      "cluster-api-operator": { enabled: true },
      velero: { enabled: true },
      telemetry: {},
      global: { registry: "reg" },
    },
  ],
  [
    "mount the registry's certificate beside other volumes",
    "kcm-regional",
    {
      "cluster-api-operator": {
        volumes: [{ name: "a" }],
        volumeMounts: { manager: "none", other: [] },
      },
    },
    { registryCertSecret: "ca" },
    {
      "cert-manager": {},
      "cluster-api-operator": {
        enabled: true,
        volumes: [
          { name: "a" },
          {
            name: "cert",
            secret: {
              defaultMode: 420,
              secretName: "capi-operator-webhook-service-cert",
            },
          },
          {
            name: "registry-cert",
            secret: {
              defaultMode: 420,
              secretName: "ca",
              items: [{ key: "ca.crt", path: "registry-ca.pem" }],
            },
          },
        ],
        volumeMounts: {
          other: [],
          manager: [
            {
              mountPath: "/tmp/k8s-webhook-server/serving-certs",
              name: "cert",
            },
            {
              mountPath: "/etc/ssl/certs/registry-ca.pem",
              name: "registry-cert",
              subPath: "registry-ca.pem",
            },
          ],
        },
      },
      velero: { enabled: true },
      telemetry: {},
    },
  ],
  [
    "of Sveltos win over the configuration",
    "projectsveltos",
    {
      projectsveltos: {
        registerMgmtClusterJob: {
          registerMgmtCluster: { args: ["--own"], image: "x" },
        },
        agent: 1,
      },
    },
    { globalRegistry: "reg", proxySecret: "proxy" },
    {
      global: { registry: "reg" },
      projectsveltos: {
        registerMgmtClusterJob: {
          registerMgmtCluster: {
            args: ["--labels=k0rdent.mirantis.com/management-cluster=true"],
            image: "x",
          },
        },
        agent: 1,
      },
    },
  ],
];

for (const [criterion, name, config, settings, expected] of CASES) {
  Deno.test(`componentValues() ${criterion}`, () => {
    const installation = { ...DEFAULT_CONFIG.installation, ...settings };
    const made = componentValues(name, config, {
      ...DEFAULT_CONFIG,
      installation,
    });
    assertEquals(
      made.kind === "values" ? made.values : made.field.join("."),
      expected,
    );
  });
}

Deno.test("componentValues() takes the parts of Regions from the top before KCM 1.11", () => {
  const config = { velero: { enabled: false }, controller: { debug: 1 } };
  const made = (kcmVersion: string) => {
    const settings = { ...DEFAULT_CONFIG, kcmVersion };
    const found = componentValues("kcm", config, settings);
    return found.kind === "values" ? found.values.regional : found.field;
  };
  const parts = { "cert-manager": {}, telemetry: {} };
  const enabled = { "cluster-api-operator": { enabled: true } };
  assertEquals(made("1.10.0"), {
    ...parts,
    ...enabled,
    velero: { enabled: false },
  });
  assertEquals(made("1.11.0"), {
    ...parts,
    ...enabled,
    velero: { enabled: true },
  });
});
