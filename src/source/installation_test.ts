import { assertEquals } from "@std/assert";
import { getPath, type ValueMap } from "../model/mod.ts";
import { INSTALLATION_PATHS, installationOf } from "./installation.ts";
import { DEFAULT_CONFIG, type Installation } from "./render_config.ts";

const DEFAULTS = DEFAULT_CONFIG.installation;

const VALUES: ValueMap = {
  controller: {
    templatesRepoURL: "oci://reg.example.com/charts",
    insecureRegistry: true,
    registryCredsSecret: "creds",
    registryCertSecret: "cert",
    globalRegistry: "reg.example.com",
    globalK0sURL: "https://k0s.example.com",
    k0sURLCertSecret: "k0s-cert",
    imagePullSecret: "pull",
    defaultHelmTimeout: "20m",
  },
  proxy: { secretName: "proxy" },
  enableProvidersReload: false,
};

Deno.test("installationOf() takes every setting from the values of the kcm chart", () => {
  const { installation, differing } = installationOf(DEFAULTS, VALUES);
  for (const [key, path] of Object.entries(INSTALLATION_PATHS)) {
    const found = installation[key as keyof Installation];
    assertEquals([key, found], [key, getPath(VALUES, path)]);
  }
  assertEquals(differing, []);
});

const CASES: readonly [
  what: string,
  stated: Partial<Installation>,
  values: ValueMap,
  expected: Partial<Installation>,
  differing: readonly string[],
][] = [
  ["nothing", {}, {}, {}, []],
  [
    "the chart's defaults",
    {},
    {
      controller: { globalRegistry: "", imagePullSecret: null },
      proxy: { secretName: null },
      enableProvidersReload: null,
    },
    {},
    [],
  ],
  [
    "k0render.yaml first",
    { globalRegistry: "a" },
    { controller: { globalRegistry: "b" } },
    { globalRegistry: "a" },
    ["globalRegistry"],
  ],
  [
    "the same twice",
    { globalRegistry: "a" },
    { controller: { globalRegistry: "a" } },
    { globalRegistry: "a" },
    [],
  ],
  [
    "an explicit empty pull Secret",
    {},
    {
      controller: { imagePullSecret: "" },
    },
    { imagePullSecret: "" },
    [],
  ],
  [
    "nothing of the wrong type",
    {},
    {
      controller: { globalRegistry: 1, defaultHelmTimeout: "soon" },
    },
    {},
    [],
  ],
];

Deno.test("installationOf() decides between k0render.yaml and the chart's values", () => {
  for (const [what, stated, values, expected, differing] of CASES) {
    assertEquals(
      [what, installationOf({ ...DEFAULTS, ...stated }, values)],
      [what, { installation: { ...DEFAULTS, ...expected }, differing }],
    );
  }
});
