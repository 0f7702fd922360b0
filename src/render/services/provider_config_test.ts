import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import {
  checkProviderConfig,
  type ServiceProvider,
  serviceProvider,
} from "./provider_config.ts";

const DEFAULTS = { syncMode: "Continuous", priority: 100 };

Deno.test("serviceProvider() tells the four cases apart", () => {
  const config = { priority: 7 };
  const cases: [ValueMap, ServiceProvider][] = [
    [{ ...DEFAULTS }, { name: "ksm-projectsveltos", config: DEFAULTS }],
    [{ ...DEFAULTS, provider: { config } }, {
      name: "ksm-projectsveltos",
      config,
    }],
    [{ ...DEFAULTS, provider: { name: "other" } }, { name: "other" }],
    [{ ...DEFAULTS, provider: { name: "other", config } }, {
      name: "other",
      config,
    }],
  ];
  for (const [spec, expected] of cases) {
    assertEquals(serviceProvider(spec), expected);
  }
});

Deno.test("serviceProvider() renames reload and drops what is empty", () => {
  const spec = {
    ...DEFAULTS,
    reload: true,
    stopOnConflict: false,
    policyRefs: [],
  };
  assertEquals(serviceProvider(spec).config, { ...DEFAULTS, reloader: true });
});

Deno.test("checkProviderConfig() refuses what KCM cannot decode", () => {
  const cases: [ValueMap, string[]][] = [
    [{ priority: 1 }, []],
    [{ priority: 2147483646 }, []],
    [{ priority: 2147483647 }, ["priority"]],
    [{ priority: "7" }, ["priority"]],
    [{ syncMode: 1, patches: {} }, ["syncMode", "patches"]],
    [{ unknown: 1 }, []],
  ];
  for (const [config, expected] of cases) {
    assertEquals(
      checkProviderConfig(config).map((problem) => problem.path[0]),
      expected,
    );
  }
});
