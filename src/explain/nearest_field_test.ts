import { assertEquals } from "@std/assert";
import { nearestField } from "./nearest_field.ts";

const KNOWN = [
  "metadata.name",
  "spec",
  "spec.config",
  "spec.config.auth",
  "spec.config.workersNumber",
  "spec.config.controlPlane",
  "spec.config.controlPlane.instanceType",
  "spec.config.worker.instanceType",
  "spec.config.publicIP",
  "spec.serviceSpec.services[0]",
];

Deno.test("nearestField() compares by the word that is wrong", () => {
  const cases: [string, string | undefined][] = [
    ["spec.config.workerNumber", "spec.config.workersNumber"],
    ["workersNumber", "spec.config.workersNumber"],
    ["config", "spec.config"],
    ["spec.config.nothing", undefined],
    ["spec.confg.auht", "spec.config.auth"],
    ["instanceType", undefined],
    ["spec.config[0]", undefined],
    ["spce", "spec"],
    ["", undefined],
    [".", undefined],
    ["[", undefined],
  ];
  for (const [field, expected] of cases) {
    assertEquals(nearestField(field, KNOWN), expected, field);
  }
});
