/**
 * What comes of a change, in the words of the preview.
 *
 * @module
 */

import { type Finding, makeFinding } from "../../model/mod.ts";
import type {
  EnvironmentPreview,
  Preview,
  PreviewFinding,
} from "../../preview/mod.ts";
import { VERSION } from "../built_in.ts";
import type { Base } from "./base.ts";
import type { PreviewOutcome } from "./render_preview.ts";
import { PREVIEW_RULES } from "./rules.ts";

/** Where things are to be seen. */
export interface PreviewLinks {
  /** The page with everything. */
  readonly report?: string | undefined;
  /** The preview branch of an environment, and it beside the rendered one. */
  of(environment: string, branch: string): EnvironmentPreview["links"];
}

/**
 * Describes what comes of a change.
 *
 * @param outcome What comes of it.
 * @param change The base, the commit that is proposed, and where things are to
 * be seen.
 * @returns The preview.
 */
export function describePreview(
  outcome: PreviewOutcome,
  { base, head, links }: {
    readonly base: Base;
    readonly head: string;
    readonly links: PreviewLinks;
  },
): Preview {
  const { report } = links;
  const rest = {
    version: VERSION,
    base: base.sha,
    head,
    links: report === undefined ? {} : { report },
  };
  if (outcome.kind !== "rendered") {
    const environments = [...base.branches].map((
      [branch, { environment }],
    ) => ({
      environment,
      branch,
      links: {},
    }));
    return {
      ...rest,
      environments,
      findings: [{ finding: reasonOf(outcome) }],
    };
  }
  const comparisons = new Map(
    outcome.comparisons.map(({ name, comparison }) => [name, comparison]),
  );
  return {
    ...rest,
    environments: outcome.environments.map(({ name, branch }) => {
      const comparison = comparisons.get(name);
      return {
        environment: name,
        branch,
        links: links.of(name, branch),
        ...(comparison === undefined ? {} : { comparison }),
      };
    }),
    findings: outcome.added.map(toPreviewFinding),
  };
}

function toPreviewFinding(
  { finding, location }: PreviewFinding,
): PreviewFinding {
  return location === undefined ? { finding } : { finding, location };
}

function reasonOf(
  outcome: Exclude<PreviewOutcome, { kind: "rendered" }>,
): Finding {
  switch (outcome.kind) {
    case "failed":
      return outcome.finding;
    case "unrelated":
      return makeFinding(
        PREVIEW_RULES["preview/unrelated"],
        "Cannot merge the change: it has no commit in common with the dry branch",
      );
    case "conflict":
      return makeFinding(
        PREVIEW_RULES["preview/conflict"],
        `Cannot merge the change: ${listOf(outcome.files)} in conflict`,
      );
  }
}

function listOf(files: readonly string[]): string {
  const [first = "", ...others] = files;
  return others.length === 0
    ? `"${first}" is`
    : `"${first}" and ${others.length} more are`;
}
