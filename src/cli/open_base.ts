/**
 * What the definitions were before a change.
 *
 * @module
 */

import { readDirectory } from "../git/mod.ts";
import {
  type PreparedEnvironment,
  type PreparedSource,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
  readRevisions,
} from "../service/mod.ts";
import type { DryTree } from "../source/mod.ts";
import { fail, type Session } from "./session.ts";
import {
  addressOf,
  overridesOf,
  type SourceOptions,
} from "./source_options.ts";

/** The options that name a base. */
export interface BaseOptions extends SourceOptions {
  readonly base?: string;
}

/** What the definitions were, environment by environment. */
export interface OpenedBase {
  readonly prepared: PreparedSource;
  /**
   * Finds what an environment was.
   *
   * @param name The environment.
   * @returns It, or `undefined` where there was none of that name.
   */
  environment(name: string): PreparedEnvironment | undefined;
}

/**
 * Reads the base that the options name: a directory, or a commit of the
 * repository that the definitions are in. Of a branch, what is newer there than
 * what the definitions have in common with it is no part of the change.
 *
 * @param session What the command works with; told what went wrong.
 * @param options The options, with a base.
 * @returns The base, or `undefined` where the command cannot go on.
 */
export async function openBase(
  session: Session,
  options: BaseOptions & { readonly base: string },
): Promise<OpenedBase | undefined> {
  const tree = await readBase(session, options);
  if (tree === undefined) return undefined;
  const prepared = prepareSource(tree, {
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
  });
  const { config } = prepared;
  if (config === undefined) {
    const reason =
      `Cannot compare with "${options.base}": its k0render.yaml has errors`;
    return fail(session, reason);
  }
  return {
    prepared,
    environment(name) {
      const found = config.environments.find((each) => each.name === name);
      return found && prepareEnvironment(prepared, config, found);
    },
  };
}

async function readBase(
  session: Session,
  options: BaseOptions & { readonly base: string },
): Promise<DryTree | undefined> {
  const { base, ref = "HEAD" } = options;
  const { signal } = session;
  if (await isDirectory(base)) return await readDirectory(base, { signal });
  const { branch: _, ...address } = addressOf(options, session);
  const read = await readRevisions({ ...address, base, head: ref });
  return read.kind === "read" ? read.before.tree : fail(session, read.reason);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch {
    return false;
  }
}
