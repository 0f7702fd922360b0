import type { Environment, RenderConfig } from "../source/mod.ts";

/** An environment to work on. */
export interface ChosenEnvironment {
  readonly config: RenderConfig;
  readonly environment: Environment;
}

/** The environments to work on, or why there are none. */
export type Choice =
  | {
    readonly kind: "chosen";
    readonly environments: readonly ChosenEnvironment[];
  }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Chooses the environments that a command works on.
 *
 * @param config The configuration; left out where it has errors, which its
 * findings tell of.
 * @param name The environment that was asked for; left out, all.
 * @returns The environments, or that there is none of that name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../source/mod.ts";
 * assertEquals(chooseEnvironments(DEFAULT_CONFIG, undefined).kind, "chosen");
 * assertEquals(chooseEnvironments(DEFAULT_CONFIG, "prod"), {
 *   kind: "unknown",
 *   reason: 'Cannot choose environment "prod": there is only "default"',
 * });
 * ```
 */
export function chooseEnvironments(
  config: RenderConfig | undefined,
  name: string | undefined,
): Choice {
  if (config === undefined) return { kind: "chosen", environments: [] };
  const environments = config.environments
    .filter((environment) => name === undefined || environment.name === name)
    .map((environment) => ({ config, environment }));
  if (environments.length > 0) return { kind: "chosen", environments };
  return {
    kind: "unknown",
    reason: noEnvironment(name ?? "", config.environments),
  };
}

/**
 * Says that an environment does not exist.
 *
 * @param name The name that was asked for.
 * @param environments Those that exist.
 * @returns The message.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   noEnvironment("prod", [{ name: "dev" }, { name: "live" }]),
 *   'Cannot choose environment "prod": there is only "dev", "live"',
 * );
 * ```
 */
export function noEnvironment(
  name: string,
  environments: readonly { readonly name: string }[],
): string {
  const known = environments.map((each) => `"${each.name}"`).join(", ");
  return `Cannot choose environment "${name}": there is only ${known}`;
}
