/**
 * What a chart says about itself, in its `Chart.yaml`.
 *
 * @module
 */

import { z } from "zod";
import { parseVersion } from "../../../model/mod.ts";

/** A chart that another one depends on. */
export interface ChartDependency {
  readonly name: string;
  /** The versions that will do. */
  readonly version: string;
  readonly repository: string;
  /** Value paths, joined by commas; the first that is a boolean decides. */
  readonly condition: string;
  readonly tags: readonly string[];
  /** What the parent takes over of its values. */
  readonly importValues: readonly ImportValues[];
  /** The name that it goes by instead. */
  readonly alias: string;
}

/** Values that a parent takes over: what it exports under a name, or a map. */
export type ImportValues = string | {
  readonly child: string;
  readonly parent: string;
};

/** Someone who looks after a chart. */
export interface Maintainer {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

/** What a chart says about itself. */
export interface ChartMetadata {
  readonly name: string;
  readonly home: string;
  readonly sources: readonly string[];
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly maintainers: readonly Maintainer[];
  readonly icon: string;
  readonly apiVersion: string;
  readonly condition: string;
  readonly tags: string;
  readonly appVersion: string;
  readonly deprecated: boolean;
  readonly annotations: Readonly<Record<string, string>>;
  readonly kubeVersion: string;
  readonly dependencies: readonly ChartDependency[];
  readonly type: string;
}

/** Go turns numbers and booleans into text where a field is a text. */
const text = z.union([z.string(), z.number(), z.bigint(), z.boolean()])
  .nullish()
  .transform((value) => sanitize(String(value ?? "")));

const texts = z.array(text).nullish().transform((value) => value ?? []);

const importValues = z.union([
  z.string(),
  z.object({ child: z.unknown(), parent: z.unknown() })
    .transform(({ child, parent }) => ({
      child: String(child ?? "<nil>"),
      parent: String(parent ?? "<nil>"),
    })),
]);

const dependency = z.object({
  name: text,
  version: text,
  repository: text,
  condition: text,
  tags: texts,
  "import-values": z.array(z.unknown()).nullish()
    .transform((items) => (items ?? []).flatMap(knownImport)),
  alias: text.refine(
    (alias) => /^[a-zA-Z0-9_-]*$/.test(alias),
    "it has characters that no alias may have",
  ),
}).transform(({ "import-values": imported, ...rest }): ChartDependency => ({
  ...rest,
  importValues: imported,
}));

const maintainer = z.object({ name: text, email: text, url: text });

/** The dependencies of a chart, as `requirements.yaml` has them too. */
export const dependenciesSchema: z.ZodType<readonly ChartDependency[]> = z
  .array(dependency).nullish().transform((value) => value ?? [])
  .refine(
    (list) =>
      new Set(list.map(({ name, alias }) => alias || name)).size ===
        list.length,
    "two of them have the same name or alias",
  );

/** The schema of `Chart.yaml`; what Helm does not know is left out. */
export const chartMetadataSchema: z.ZodType<ChartMetadata> = z.object({
  apiVersion: text.transform((version) => version || "v1"),
  name: text.refine(
    (name) =>
      name !== "" && name !== "." && name !== ".." && !name.includes("/"),
    "it must be the name of a directory",
  ),
  version: text.refine(
    (version) => parseVersion(version) !== undefined,
    "it must be a semantic version",
  ),
  type: text.refine(
    (type) => ["", "application", "library"].includes(type),
    "it must be application or library",
  ),
  home: text,
  sources: texts,
  description: text,
  keywords: texts,
  maintainers: z.array(maintainer).nullish().transform((list) => list ?? []),
  icon: text,
  condition: text,
  tags: text,
  appVersion: text,
  deprecated: z.boolean().nullish().transform((value) => value ?? false),
  annotations: z.record(z.string(), text).nullish()
    .transform((value) => value ?? {}),
  kubeVersion: text,
  dependencies: dependenciesSchema,
});

/** Helm passes over what it does not know. */
function knownImport(item: unknown): ImportValues[] {
  const parsed = importValues.safeParse(item);
  return parsed.success ? [parsed.data] : [];
}

/** Nothing but printable characters, so that no terminal is played tricks. */
function sanitize(value: string): string {
  return value.replaceAll(/\s/gu, " ")
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, "");
}
