/**
 * What commands need that commit to rendered branches.
 *
 * @module
 */

import {
  DEFAULT_BRANCH,
  openRepository,
  readBuiltInTemplates,
  type RenderRepositoryOptions,
} from "../service/mod.ts";
import { openChartsOf } from "./chart_options.ts";
import { fail, type Session } from "./session.ts";
import { loadSigningKey } from "./signing_key.ts";
import {
  addressOf,
  overridesOf,
  type SourceOptions,
} from "./source_options.ts";

/** The options of commands that commit. */
export interface CommitOptions extends SourceOptions {
  readonly signingKey?: string;
}

/**
 * Opens the repository that the options name, and the key to sign with.
 *
 * @param session What the command works with; told what went wrong.
 * @param options The options.
 * @returns What to render with, or `undefined` where the command cannot go on.
 */
export async function commitSettings(
  session: Session,
  options: CommitOptions,
): Promise<RenderRepositoryOptions | undefined> {
  const key = await loadSigningKey(options.signingKey);
  if (key.kind === "unusable") return fail(session, key.reason);
  const opened = await openRepository(addressOf(options, session));
  if (opened.kind === "unreadable") return fail(session, opened.reason);
  const charts = await openChartsOf(session, options);
  if (charts === undefined) return undefined;
  return {
    repository: opened.repository,
    remote: opened.remote,
    branch: options.ref ?? DEFAULT_BRANCH,
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
    charts,
    environment: options.environment,
    signingKey: key.key,
    signal: session.signal,
  };
}
