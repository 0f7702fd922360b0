/**
 * The configuration of the service itself: what a repository may not decide.
 *
 * @module
 */

import { z } from "zod";
import { type FieldPath, formatPath } from "../model/mod.ts";
import { jsonSchema } from "../source/mod.ts";
import { loadYaml, YamlError } from "../yaml/mod.ts";
import { chartAccessSchema } from "./charts/access.ts";
import { forgeConfigSchema } from "./forge/forge_config.ts";

/** The schema of the service configuration. */
export const serviceConfigSchema = z.strictObject({
  apiVersion: z.literal("k0render.dev/v1alpha1"),
  kind: z.literal("ServiceConfig"),
  charts: chartAccessSchema.prefault({}).describe(
    "Where charts may come from.",
  ),
  forge: forgeConfigSchema.exactOptional().describe(
    "Where pull requests are, and where previews of them go.",
  ),
});

/** The configuration of the service. */
export type ServiceConfig = z.output<typeof serviceConfigSchema>;

/**
 * The JSON Schema of the service configuration, as published in
 * `docs/schema/serviceconfig.json`.
 *
 * @returns The text of the schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(JSON.parse(serviceConfigJsonSchema()).title, "ServiceConfig");
 * ```
 */
export function serviceConfigJsonSchema(): string {
  return jsonSchema(serviceConfigSchema, {
    title: "ServiceConfig",
    description: "The configuration of k0render itself: --service-config.",
  });
}

/**
 * Reads the configuration of the service.
 *
 * @param path The file; left out, nothing is configured.
 * @returns The configuration.
 * @throws {Error} If the file cannot be read, or has a wrong setting. The
 * message repeats no value, since it may be a secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals((await readServiceConfig(undefined)).charts.hosts, []);
 * ```
 */
export async function readServiceConfig(
  path: string | undefined,
): Promise<ServiceConfig> {
  const value = path === undefined
    ? { apiVersion: "k0render.dev/v1alpha1", kind: "ServiceConfig" }
    : await readFile(path);
  const result = serviceConfigSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = formatPath(issue?.path as FieldPath ?? []);
  const where = field === "" ? "" : `"${field}" of `;
  throw new Error(
    `Cannot read ${where}the service configuration: ${issue?.message}`,
  );
}

async function readFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch {
    throw new Error(
      `Cannot read the service configuration: no file "${path}" can be read`,
    );
  }
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new Error(
      `Cannot read the service configuration: "${path}" is no YAML at line ${error.line}`,
    );
  }
}
