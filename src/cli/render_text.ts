/**
 * What became of a repository, in words.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";
import type { EnvironmentOutcome, RepositoryOutcome } from "../service/mod.ts";

/** A repository that was rendered. */
export type Rendered = Extract<RepositoryOutcome, { kind: "rendered" }>;

/**
 * All findings of a render, of the source and of all environments.
 *
 * @param rendered What became of the repository.
 * @returns The findings; those that environments share, once for each.
 */
export function renderFindings(
  { findings, environments }: Rendered,
): readonly Finding[] {
  return [
    ...findings,
    ...environments.flatMap(({ prepared, outcome }) => [
      ...prepared.findings,
      ..."report" in outcome ? outcome.report.findings : [],
    ]),
  ];
}

/**
 * Whether an environment's branch is as it should be.
 *
 * @param environment What became of the environment.
 * @returns Whether it was committed, or needed no commit.
 */
export function isDone({ outcome }: EnvironmentOutcome): boolean {
  return outcome.kind === "committed" || outcome.kind === "unchanged";
}

/**
 * Says in a line what became of an environment.
 *
 * @param environment What became of it.
 * @returns The line.
 */
export function environmentText(
  { prepared, outcome }: EnvironmentOutcome,
): string {
  const { name, branch } = prepared.environment;
  switch (outcome.kind) {
    case "committed":
    case "unchanged": {
      const { units, failed } = outcome.report;
      const clusters =
        units.filter(({ id, retired }) => id.kind === "cluster" && !retired)
          .length;
      const failures = failed.length === 0 ? "" : `, ${failed.length} failed`;
      return `${name}: ${outcome.kind} ${branch} at ${outcome.commit} (${clusters} cluster${
        clusters === 1 ? "" : "s"
      }${failures})\n`;
    }
    case "guarded": {
      const tripped = outcome.guards.filter(({ state }) => state === "tripped");
      const names = tripped.map(({ guard }) => guard).join(", ");
      return `${name}: nothing committed to ${branch}, stopped by ${names}\n`;
    }
    case "refused":
      return `${name}: nothing committed to ${branch}\n`;
    default:
      return `${name}: ${outcome.reason}\n`;
  }
}
