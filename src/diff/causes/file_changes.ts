/**
 * Files of the dry source that differ and hold no definitions.
 *
 * @module
 */

import type { Cause } from "../../model/mod.ts";
import { TEMPLATES_DIRECTORY } from "../../source/mod.ts";
import { LOCK_PATH } from "../../templates/helm/lock/mod.ts";
import type { ChartFile } from "../../templates/mod.ts";
import type { SourceChange } from "./source_change.ts";

/** The text of a file on both sides; `undefined` where there is none. */
interface Texts {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Finds the files under `templates/` that differ.
 *
 * @param before The texts before the change, by path.
 * @param after The texts after the change, alike.
 * @returns The changes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [change] = templateChanges(new Map([["a.hbs", "1\n2\n"]]), new Map([["a.hbs", "1\n3\n"]]));
 * assertEquals(change?.cause(), { file: "templates/a.hbs", line: 2, field: "", side: "after" });
 * ```
 */
export function templateChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly SourceChange[] {
  return differing(before, after).map((path) => ({
    part: { kind: "template", path },
    cause: () =>
      causeIn(`${TEMPLATES_DIRECTORY}${path}`, {
        before: before.get(path),
        after: after.get(path),
      }),
  }));
}

/**
 * Finds the vendored charts that differ.
 *
 * @param before The charts before the change, by directory.
 * @param after The charts after the change, alike.
 * @returns The changes, one for each chart, with the first of its files that
 * differs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("name: aws\n");
 * const charts = new Map([["aws", [{ path: "Chart.yaml", bytes }]]]);
 * const [change] = chartChanges(new Map(), charts);
 * assertEquals(change?.cause().file, "aws/Chart.yaml");
 * ```
 */
export function chartChanges(
  before: ReadonlyMap<string, readonly ChartFile[]>,
  after: ReadonlyMap<string, readonly ChartFile[]>,
): readonly SourceChange[] {
  const directories = new Set([...before.keys(), ...after.keys()]);
  return [...directories].sort().flatMap((directory) => {
    const left = textsOf(before.get(directory));
    const right = textsOf(after.get(directory));
    const [path] = differing(left, right);
    if (path === undefined) return [];
    return [{
      part: { kind: "chart", directory },
      cause: () =>
        causeIn(`${directory}/${path}`, {
          before: left.get(path),
          after: right.get(path),
        }),
    }];
  });
}

/**
 * Finds out whether the lock differs.
 *
 * @param before The text before the change; empty where there is none.
 * @param after The text after the change, alike.
 * @returns The change, or none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(lockChanges("a", "a"), []);
 * ```
 */
export function lockChanges(
  before: string,
  after: string,
): readonly SourceChange[] {
  if (before === after) return [];
  const texts = { before, after: after === "" ? undefined : after };
  return [{ part: { kind: "lock" }, cause: () => causeIn(LOCK_PATH, texts) }];
}

/** Chart files are compared byte for byte, whatever they hold. */
function textsOf(files: readonly ChartFile[] = []): Map<string, string> {
  const decoder = new TextDecoder("latin1");
  return new Map(files.map(({ path, bytes }) => [path, decoder.decode(bytes)]));
}

function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path))
    .sort();
}

function causeIn(file: string, { before, after }: Texts): Cause {
  if (after === undefined) return { file, line: 1, field: "", side: "before" };
  const old = (before ?? "").split("\n");
  const lines = after.split("\n");
  const index = lines.findIndex((line, at) => line !== old[at]);
  // Where lines only went, the last one that stayed is the nearest.
  const line = index < 0 ? lines.length : index + 1;
  return { file, line, field: "", side: "after" };
}
