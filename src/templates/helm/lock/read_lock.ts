/**
 * Reading of `k0render.lock`.
 *
 * @module
 */

import {
  type FieldPath,
  type Finding,
  formatPath,
  hasErrors,
  makeFinding,
  type Origin,
} from "../../../model/mod.ts";
import { parseYaml } from "../../../yaml/mod.ts";
import {
  type ChartLock,
  chartLockSchema,
  LOCK_PATH,
  makeLock,
} from "./lock.ts";
import { LOCK_RULES } from "./rules.ts";

/** A lock, or what is wrong with it. */
export interface ReadLock {
  /** Left out where there are errors: then no chart is locked. */
  readonly lock?: ChartLock;
  readonly findings: readonly Finding[];
}

/**
 * Reads the text of a `k0render.lock`.
 *
 * @param text The text.
 * @returns The lock, or findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const head = "apiVersion: k0render.dev/v1alpha1\nkind: ChartLock\n";
 * assertEquals(readLock(`${head}charts: []\n`).lock?.charts, []);
 * assertEquals(
 *   readLock(`${head}charts: 1\n`).findings[0]?.message,
 *   'Cannot read "charts" of k0render.lock: expected array, received number',
 * );
 * ```
 */
export function readLock(text: string): ReadLock {
  const { documents, findings } = parseYaml(text, { file: LOCK_PATH });
  if (hasErrors(findings)) return { findings };
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0) {
    const origin = document?.origin ??
      { file: LOCK_PATH, document: 0, line: 1 };
    const found = `it holds ${documents.length} documents instead of one`;
    return { findings: [...findings, invalid(origin, LOCK_PATH, found)] };
  }
  const result = chartLockSchema.safeParse(document.value);
  if (result.success) return { lock: makeLock(result.data.charts), findings };
  const problems = result.error.issues.map(({ path, message }) => {
    const field = path as FieldPath;
    const what = field.length === 0
      ? LOCK_PATH
      : `"${formatPath(field)}" of ${LOCK_PATH}`;
    const reason = message.replace(/^(?:Invalid|Too)[^:]*: /, "");
    return invalid(document.origin, what, reason, field);
  });
  return { findings: [...findings, ...problems] };
}

function invalid(
  origin: Origin,
  what: string,
  reason: string,
  field: FieldPath = [],
): Finding {
  return makeFinding(
    LOCK_RULES["charts/invalid-lock"],
    `Cannot read ${what}: ${reason}`,
    { place: { origin, field } },
  );
}
