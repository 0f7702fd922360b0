/**
 * What the sandbox says of a change once it is rendered.
 *
 * @module
 */

import { type Finding, hasErrors } from "../../model/mod.ts";
import { newFindings } from "../compare/new_findings.ts";
import { locateFindings } from "../located.ts";
import { compareEnvironment } from "./compare.ts";
import type { Parent } from "./parent.ts";
import type { SandboxState } from "./render_state.ts";

/**
 * Tells what becomes of each environment, and what is wrong.
 *
 * @param parent The service.
 * @param after The state after the change.
 * @param before The state before it; left out, nothing is compared.
 */
export async function tellState(
  parent: Parent,
  after: SandboxState,
  before: SandboxState | undefined,
): Promise<void> {
  const { source } = after.prepared;
  const added = await findingsOf(parent, after, before);
  parent.say({
    kind: "done",
    added: locateFindings(added, (place) => source.locate(place)),
    hasErrors: hasErrors(allFindings(after)),
  });
}

async function findingsOf(
  parent: Parent,
  after: SandboxState,
  before: SandboxState | undefined,
): Promise<readonly Finding[]> {
  if (before === undefined) return allFindings(after);
  const findings = [
    ...newFindings(before.prepared.findings, after.prepared.findings),
  ];
  for (const each of after.environments) {
    const { name } = each.environment;
    parent.say({ kind: "at", environment: name, work: "comparing" });
    const begin = performance.now();
    const compared = await compareEnvironment(parent, each, { before, after });
    findings.push(...compared.findings);
    const { comparison } = compared;
    if (comparison === undefined) continue;
    const ms = performance.now() - begin;
    parent.say({ kind: "compared", name, comparison, ms });
  }
  return findings;
}

function allFindings({ prepared, environments }: SandboxState): Finding[] {
  return [
    ...prepared.findings,
    ...environments.flatMap((each) => [
      ...each.prepared.findings,
      ...each.report.findings,
    ]),
  ];
}
