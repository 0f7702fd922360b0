/**
 * Reading of `k0render.yaml`.
 *
 * @module
 */

import type { z } from "zod";
import { didYouMean } from "../k0rdent/mod.ts";
import { suggestField } from "../k0rdent/suggest_field.ts";
import {
  type FieldPath,
  type Finding,
  formatPath,
  getPath,
  hasErrors,
  makeFinding,
  type Origin,
} from "../model/mod.ts";
import { parseYaml } from "../yaml/mod.ts";
import { CONFIG_PATH } from "./dry_tree.ts";
import {
  DEFAULT_CONFIG,
  type RenderConfig,
  renderConfigSchema,
} from "./render_config.ts";
import { SOURCE_RULES } from "./rules.ts";

/** A configuration, or what is wrong with it. */
export interface ReadConfig {
  /** Left out where there are errors. */
  readonly config?: RenderConfig;
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a `k0render.yaml`.
 *
 * @param text The text; an empty one asks for all defaults.
 * @returns The configuration with all defaults, or findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const head = "apiVersion: k0render.dev/v1alpha1\nkind: RenderConfig\n";
 * assertEquals(readConfig(`${head}applyLevel: k0rdent\n`).config?.applyLevel, "k0rdent");
 * const [finding] = readConfig(`${head}aplyLevel: k0rdent\n`).findings;
 * assertEquals(finding?.message, 'Cannot read "aplyLevel" of k0render.yaml: there is no such setting');
 * assertEquals(finding?.remedy, 'Did you mean "applyLevel"?');
 * ```
 */
export function readConfig(text: string): ReadConfig {
  const { documents, findings } = parseYaml(text, { file: CONFIG_PATH });
  if (hasErrors(findings)) return { findings };
  const [first, second] = documents;
  if (first === undefined) return { config: DEFAULT_CONFIG, findings };
  if (second !== undefined) {
    return { findings: [...findings, notAlone(second.origin)] };
  }
  const result = renderConfigSchema.safeParse(first.value);
  if (result.success) return { config: result.data, findings };
  const subject = { value: first.value, origin: first.origin };
  const problems = result.error.issues
    .flatMap((issue) => issueFindings(issue, subject));
  return { findings: [...findings, ...problems] };
}

function notAlone(origin: Origin): Finding {
  return makeFinding(
    SOURCE_RULES["source/invalid-config"],
    `Cannot read "${CONFIG_PATH}": it has more than one document`,
    { place: { origin } },
  );
}

interface Subject {
  readonly value: unknown;
  readonly origin: Origin;
}

function issueFindings(issue: z.core.$ZodIssue, subject: Subject): Finding[] {
  const path = issue.path as FieldPath;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownSetting([...path, key], subject));
  }
  const remedy = remedyFor(issue, getPath(subject.value, path));
  const what = path.length === 0 ? CONFIG_PATH : setting(path);
  return [makeFinding(
    SOURCE_RULES["source/invalid-config"],
    `Cannot read ${what}: ${problemOf(issue)}`,
    {
      place: { origin: subject.origin, field: path },
      ...(remedy === undefined ? {} : { remedy }),
    },
  )];
}

function unknownSetting(path: FieldPath, { origin }: Subject): Finding {
  const remedy = suggestField(path, { schema: renderConfigSchema, root: [] });
  return makeFinding(
    SOURCE_RULES["source/invalid-config"],
    `Cannot read ${setting(path)}: there is no such setting`,
    {
      place: { origin, field: path, key: true },
      ...(remedy === undefined ? {} : { remedy }),
    },
  );
}

function setting(path: FieldPath): string {
  return `"${formatPath(path)}" of ${CONFIG_PATH}`;
}

/** The schema's words without their preamble: `expected string, received number`. */
function problemOf(issue: z.core.$ZodIssue): string {
  return issue.message.replace(/^(?:Invalid|Too)[^:]*: /, "");
}

function remedyFor(
  issue: z.core.$ZodIssue,
  found: unknown,
): string | undefined {
  if (issue.code === "invalid_value" && typeof found === "string") {
    const nearest = didYouMean(found, issue.values.map(String));
    return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
  }
  if (issue.code === "invalid_type" && issue.expected === "string") {
    return found === undefined || found === null || typeof found === "object"
      ? undefined
      : `Write it in quotes: "${found}".`;
  }
  return undefined;
}
