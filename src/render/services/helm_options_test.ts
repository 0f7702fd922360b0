import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { mergeHelmOptions, sveltosHelmOptions } from "./helm_options.ts";

Deno.test("mergeHelmOptions() replaces nested options as a whole", () => {
  const merged = mergeHelmOptions(
    { upgradeOptions: { force: true, maxHistory: 5 } },
    { upgradeOptions: { maxHistory: 3 } },
  );
  assertEquals(merged, { upgradeOptions: { maxHistory: 3 } });
});

Deno.test("mergeHelmOptions() takes what only one side has", () => {
  assertEquals(mergeHelmOptions(undefined, { wait: true }), { wait: true });
  assertEquals(mergeHelmOptions({ wait: true }, undefined), { wait: true });
  assertEquals(mergeHelmOptions(undefined, undefined), {});
});

Deno.test("sveltosHelmOptions() converts as KCM does", () => {
  const cases: [ValueMap, ValueMap][] = [
    [{}, { atomic: true }],
    [{ atomic: false }, { atomic: false }],
    [{ timeout: "10m", skipCRDs: true }, {
      atomic: true,
      timeout: "10m",
      skipCRDs: true,
    }],
    [{ disableHooks: true }, {
      atomic: true,
      disableHooks: true,
      installOptions: { disableHooks: true },
    }],
    [
      {
        replace: false,
        installOptions: { replace: true, takeOwnership: true },
      },
      {
        atomic: true,
        installOptions: { replace: false, takeOwnership: true },
      },
    ],
    [{ passCredentialsAll: true, runTests: true }, { atomic: true }],
  ];
  for (const [options, expected] of cases) {
    assertEquals(
      sveltosHelmOptions(options, { atomicByDefault: true }),
      expected,
    );
  }
});

Deno.test("sveltosHelmOptions() follows older KCM in not rolling back", () => {
  assertEquals(sveltosHelmOptions({}, { atomicByDefault: false }), {});
});
