/**
 * The options that say what is rendered, shared by all commands that render.
 *
 * @module
 */

import { type Command, Option } from "commander";
import type { RemoteOptions } from "../git/mod.ts";
import {
  defaultCacheDirectory,
  type Overrides,
  type SourceAddress,
} from "../service/mod.ts";
import type { ApplyLevel, ServiceDelivery } from "../source/mod.ts";
import { type ChartOptions, withChartOptions } from "./chart_options.ts";
import type { Session } from "./session.ts";

/** The options as the command line gives them. */
export interface SourceOptions extends ChartOptions {
  readonly source: string;
  readonly ref?: string;
  readonly environment?: string;
  readonly applyLevel?: ApplyLevel;
  readonly serviceDelivery?: ServiceDelivery;
  readonly strict?: boolean;
}

/**
 * Adds the options to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withSourceOptions(command: Command): Command {
  command
    .option(
      "--source <directory|url>",
      "the definitions: a directory, or a Git repository",
      ".",
    )
    .option(
      "--ref <branch>",
      "the branch to read; a directory is otherwise read as it lies there",
    );
  return withRenderOptions(command);
}

/**
 * Adds the options that say how definitions are rendered, wherever they are.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withRenderOptions(command: Command): Command {
  command
    .option("--environment <name>", "only this environment")
    .addOption(
      new Option(
        "--apply-level <level>",
        "what Flux applies, in place of k0render.yaml",
      ).choices(["capi", "helmrelease", "k0rdent"]),
    )
    .addOption(
      new Option(
        "--service-delivery <mode>",
        "how services reach clusters, in place of k0render.yaml",
      ).choices(["sveltos", "helmrelease"]),
    )
    .addOption(
      new Option(
        "--cache <directory>",
        "where mirrors and charts are kept; may be deleted at any time",
      ).default(defaultCacheDirectory(), "k0render in the user's cache"),
    );
  return withChartOptions(command);
}

/**
 * Adds the option that makes mistakes in configuration errors.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withStrictOption(command: Command): Command {
  return command.option(
    "--strict",
    "unknown keys of config, and values that do nothing, are errors",
  );
}

/**
 * What the operator decides in place of the repository.
 *
 * @param options The options.
 * @returns The overrides; those not given are left out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   overridesOf({ source: ".", cache: "/tmp", applyLevel: "k0rdent" }),
 *   { applyLevel: "k0rdent" },
 * );
 * ```
 */
export function overridesOf(options: SourceOptions): Overrides {
  const { applyLevel, serviceDelivery } = options;
  return {
    ...(applyLevel === undefined ? {} : { applyLevel }),
    ...(serviceDelivery === undefined ? {} : { serviceDelivery }),
  };
}

/**
 * Where the dry source is.
 *
 * @param options The options.
 * @param session What ends the work early.
 * @returns The address, with credentials from the environment.
 */
export function addressOf(
  options: SourceOptions,
  session: Session,
): SourceAddress {
  return {
    source: options.source,
    branch: options.ref,
    cache: options.cache,
    remoteOptions: credentialsFromEnvironment(),
    signal: session.signal,
  };
}

/** Credentials come from the environment only: others can read a command line. */
function credentialsFromEnvironment(): RemoteOptions {
  const password = Deno.env.get("K0RENDER_GIT_PASSWORD");
  const caFile = Deno.env.get("K0RENDER_GIT_CA_FILE");
  const username = Deno.env.get("K0RENDER_GIT_USERNAME") ?? "git";
  return {
    ...(password
      ? { credentials: { kind: "password", username, password } }
      : {}),
    ...(caFile ? { caFile } : {}),
  };
}
