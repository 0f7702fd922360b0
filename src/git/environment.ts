/**
 * The closed environment in which every git process runs.
 *
 * Nothing of the surroundings reaches git: no system or user configuration, no
 * hooks, no credential helpers, no prompts, no locale. Configuration and
 * credentials travel in the environment, because arguments are readable by
 * every process of the machine.
 *
 * @module
 */

/** A transport that git may use. */
export type Protocol = "https" | "http" | "ssh" | "file";

/** Configuration for one git process, as git names it. */
export type GitConfig = readonly (readonly [key: string, value: string])[];

/** What one git process may know beyond the closed environment. */
export interface EnvironmentOptions {
  /** The repository to work on (`GIT_DIR`). */
  readonly directory?: string;
  /** The only transport allowed; left out, git cannot reach anything. */
  readonly protocol?: Protocol;
  readonly config?: GitConfig;
  /** Further variables, as `GIT_SSH_COMMAND`. */
  readonly variables?: Readonly<Record<string, string>>;
}

const HARDENED_CONFIG: GitConfig = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.symlinks", "false"],
  ["core.ignoreCase", "false"],
  ["core.protectHFS", "true"],
  ["core.protectNTFS", "true"],
  ["core.autocrlf", "false"],
  ["core.attributesFile", "/dev/null"],
  ["core.askPass", ""],
  ["credential.helper", ""],
  ["fetch.recurseSubmodules", "false"],
  ["submodule.recurse", "false"],
  ["fetch.unpackLimit", "1"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["http.followRedirects", "false"],
  // A remote that says nothing for a minute is given up.
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "60"],
  ["transfer.bundleURI", "false"],
  ["transfer.fsckObjects", "true"],
];

/**
 * The environment of one git process.
 *
 * @param options What this process may know.
 * @returns All variables that it gets.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const environment = gitEnvironment({ protocol: "https" });
 * assertEquals(environment.GIT_ALLOW_PROTOCOL, "https");
 * assertEquals(environment.GIT_TERMINAL_PROMPT, "0");
 * ```
 */
export function gitEnvironment(
  options: EnvironmentOptions = {},
): Record<string, string> {
  const { directory, protocol, config = [], variables = {} } = options;
  return {
    PATH: Deno.env.get("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
    HOME: "/nonexistent",
    LC_ALL: "C",
    TZ: "UTC",
    // Goes above all of git's own settings for protocols.
    GIT_ALLOW_PROTOCOL: protocol ?? "none",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    // Always set, or git would look for a repository around the process.
    GIT_DIR: directory ?? "/nonexistent",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // Without it, glibc gives git's memory back after every object and takes
    // it again for the next: fast-import is four times slower then.
    MALLOC_TRIM_THRESHOLD_: String(64 * 1024 * 1024),
    ...configVariables([...HARDENED_CONFIG, ...config]),
    ...variables,
  };
}

function configVariables(config: GitConfig): Record<string, string> {
  const variables: Record<string, string> = {
    GIT_CONFIG_COUNT: String(config.length),
  };
  for (const [index, [key, value]] of config.entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return variables;
}
