/**
 * What keeps services from being delivered, at who declared them.
 *
 * @module
 */

import type { Finding, Identity, Origin } from "../../model/mod.ts";
import { type Problem, problemFinding } from "../resolution.ts";
import type { SetService } from "./service_set.ts";

/** A service that cannot be delivered. */
export interface ServiceProblem {
  readonly entry: SetService;
  readonly problem: Problem;
}

/**
 * Makes the findings of services that cannot be delivered.
 *
 * @param problems The services.
 * @param owner Who declared them.
 * @returns The findings, each at its service.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const owner = {
 *   object: { group: "", kind: "MultiClusterService", namespace: "", name: "dns" },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(serviceFindings([], owner), []);
 * ```
 */
export function serviceFindings(
  problems: readonly ServiceProblem[],
  owner: { readonly object: Identity; readonly origin: Origin },
): Finding[] {
  const { object, origin } = owner;
  return problems.map(({ entry, problem }) => {
    const field = ["spec", "serviceSpec", "services", entry.index];
    return problemFinding(problem, { object, place: { origin, field } });
  });
}
