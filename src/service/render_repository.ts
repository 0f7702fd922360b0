/**
 * All environments of a repository, from its dry branch to their branches.
 *
 * @module
 */

import type { Charts } from "../charts/mod.ts";
import type { Remote, Repository, SigningKey } from "../git/mod.ts";
import type { Finding, UnitResult } from "../model/mod.ts";
import type { DrySource, DryTree, Environment } from "../source/mod.ts";
import { pinCharts } from "./charts/pin_charts.ts";
import { readDryCommit } from "./dry_commit.ts";
import {
  type Overrides,
  type PreparedEnvironment,
  prepareEnvironment,
  prepareSource,
} from "./prepare.ts";
import { type BranchOutcome, renderBranch } from "./render_branch.ts";

const ATTEMPTS = 5;

/** What a repository is rendered with. */
export interface RenderRepositoryOptions {
  readonly repository: Repository;
  readonly remote: Remote;
  /** The dry branch. */
  readonly branch: string;
  readonly builtIn: ReadonlyMap<string, string>;
  readonly overrides?: Overrides;
  /** Where locked charts are had from that are not vendored. */
  readonly charts?: Charts | undefined;
  /** The one environment to render; left out, all. */
  readonly environment?: string | undefined;
  readonly signingKey?: SigningKey | undefined;
  readonly onUnit?: (result: UnitResult) => void;
  readonly signal?: AbortSignal;
}

/** What became of one environment. */
export interface EnvironmentOutcome {
  readonly prepared: PreparedEnvironment;
  readonly outcome: BranchOutcome;
}

/** What became of a repository. */
export type RepositoryOutcome =
  | {
    readonly kind: "rendered";
    readonly drySha: string;
    readonly tree: DryTree;
    readonly source: DrySource;
    /** What is wrong with the source as a whole. */
    readonly findings: readonly Finding[];
    /** Empty where `k0render.yaml` has errors. */
    readonly environments: readonly EnvironmentOutcome[];
  }
  | { readonly kind: "unreadable"; readonly reason: string }
  | {
    readonly kind: "no-environment";
    readonly environments: readonly string[];
  };

/**
 * Renders a repository. Where somebody else pushes to a rendered branch
 * meanwhile, the dry branch is read and rendered again.
 *
 * @param options The repository, its dry branch, and what to render it with.
 * @returns What became of each environment.
 */
export async function renderRepository(
  options: RenderRepositoryOptions,
): Promise<RepositoryOutcome> {
  for (let attempt = 1;; attempt += 1) {
    const outcome = await renderOnce(options);
    const lost = outcome.kind === "rendered" &&
      outcome.environments.some((each) => each.outcome.kind === "lost-race");
    if (!lost || attempt === ATTEMPTS) return outcome;
  }
}

async function renderOnce(
  options: RenderRepositoryOptions,
): Promise<RepositoryOutcome> {
  const { repository, remote, builtIn, overrides, environment } = options;
  const read = await readDryCommit(repository, remote, options);
  if (read.kind === "unreadable") return read;
  const { dry } = read;
  const prepared = await pinCharts(
    prepareSource(dry.tree, {
      builtIn,
      ...(overrides === undefined ? {} : { overrides }),
    }),
    options,
  );
  const { config, source, findings } = prepared;
  const all = config?.environments ?? [];
  const chosen = all.filter(({ name }) =>
    environment === undefined || name === environment
  );
  if (config !== undefined && chosen.length === 0) {
    return {
      kind: "no-environment",
      environments: all.map(({ name }) => name),
    };
  }
  const environments: EnvironmentOutcome[] = [];
  for (const each of config === undefined ? [] : chosen) {
    const ready = prepareEnvironment(prepared, config!, each);
    const outcome = each.branch === options.branch
      ? ontoDefinitions(each)
      : await renderBranch(ready, { ...options, dry });
    environments.push({ prepared: ready, outcome });
  }
  return {
    kind: "rendered",
    drySha: dry.commit.oid,
    tree: dry.tree,
    source,
    findings,
    environments,
  };
}

/** Rendered objects among the definitions would be rendered again. */
function ontoDefinitions({ name, branch }: Environment): BranchOutcome {
  return {
    kind: "not-pushed",
    reason:
      `Cannot render environment "${name}" to branch "${branch}": the definitions are there`,
  };
}
