/**
 * Who is to blame for the end of a sandbox.
 *
 * @module
 */

import { type Finding, makeFinding, unitKey } from "../../model/mod.ts";
import type { SandboxLimits } from "./limits.ts";
import type { SandboxWork } from "./messages.ts";
import type { SandboxEnd } from "./process.ts";
import { SANDBOX_RULES } from "./rules.ts";

const STAGES: Readonly<Record<string, string>> = {
  reading: "read the change",
  checking: "check the definitions of the change",
  comparing: "compare the change with what was before",
};

const GROUP = "k0rdent.mirantis.com";

/**
 * Says why a unit, or the whole change, cannot be rendered.
 *
 * @param end How the sandbox ended.
 * @param at What it was at.
 * @param limits What it might take.
 * @returns The finding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_SANDBOX_LIMITS } from "./limits.ts";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const at = { kind: "at", environment: "default", work: unit } as const;
 * assertEquals(
 *   blame({ kind: "time" }, at, DEFAULT_SANDBOX_LIMITS).message,
 *   "Cannot render cluster prod/eu1: it takes longer than 10 seconds",
 * );
 * ```
 */
export function blame(
  end: SandboxEnd,
  at: SandboxWork,
  limits: SandboxLimits,
): Finding {
  const { work } = at;
  const what = typeof work === "string"
    ? STAGES[work]
    : `render ${unitKey(work)}`;
  const ms = typeof work === "string" ? limits.stageMs : limits.unitMs;
  return makeFinding(
    SANDBOX_RULES[`sandbox/${end.kind}`],
    `Cannot ${what}: ${detail(end, { ...limits, ms })}`,
    typeof work === "object" && work.kind === "cluster"
      ? {
        object: {
          group: GROUP,
          kind: "ClusterDeployment",
          namespace: work.namespace,
          name: work.name,
        },
      }
      : {},
  );
}

function detail(
  end: SandboxEnd,
  limits: SandboxLimits & { readonly ms: number },
): string {
  switch (end.kind) {
    case "time":
      return `it takes longer than ${limits.ms / 1000} seconds`;
    case "memory":
      return `it needs more than ${limits.residentMiB} MiB of memory`;
    case "output":
      return `it comes to more than ${limits.outputBytes} bytes`;
    case "garbled":
      return "its process says what makes no sense";
    case "died":
      return `its process ended (${end.how})`;
  }
}
