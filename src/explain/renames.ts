/**
 * Values that can only be changed together: names, and what refers to them.
 *
 * @module
 */

import type { Definition, FieldPath, Value } from "../model/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type { PinnedCharts } from "../templates/mod.ts";
import { edited } from "./edit.ts";
import { leavesOf } from "./leaves.ts";
import { type Laboratory, tryOut } from "./probe.ts";
import type { Source } from "./source.ts";
import { withManifest } from "./subject.ts";
import type { Surroundings, Target } from "./targets.ts";
import type { Change } from "./change.ts";
import { variantsOf } from "./variants.ts";

/**
 * Changes names together with all that refers to them, and notes what changes
 * with them. What one of them feeds on its own is not counted again.
 *
 * @param laboratory Where to try it.
 * @param around What the cluster is rendered from.
 * @param stuck Values without which, changed alone, nothing can be rendered.
 */
export function probeTogether(
  laboratory: Laboratory,
  around: Surroundings,
  stuck: readonly Target[],
): void {
  const texts = stuck.filter(({ source }) => typeof source.value === "string");
  const byText = Map.groupBy(texts, ({ source }) => String(source.value));
  for (const [text, targets] of byText) {
    const [source, ...together] = targets.map((target) => target.source);
    if (source !== undefined && text !== "") {
      probeName(laboratory, around, { source, together });
    }
  }
}

/**
 * Changes each name with what refers to it, where objects of several kinds go
 * by the same name: the others keep theirs.
 *
 * @param laboratory Where to try it.
 * @param around What is rendered from.
 * @param stuck Values without which, changed alone, nothing can be rendered.
 */
export function probeNames(
  laboratory: Laboratory,
  around: Surroundings,
  stuck: readonly Target[],
): void {
  for (const named of around.definitions) {
    const { name } = named.manifest.metadata;
    const sources = stuck.map(({ source }) => source).filter((source) =>
      source.value === name && !isOtherName(source, named)
    );
    const [source, ...together] = sources;
    if (source === undefined || together.length === 0) continue;
    probeName(laboratory, around, { source, together, named });
  }
}

function isOtherName({ field, place }: Source, { origin }: Definition) {
  return isName(field) && place?.origin !== origin;
}

function isName(field: FieldPath): boolean {
  return field[0] === "metadata" && field[1] === "name";
}

/** A name, and what is to be changed with it. */
interface Renaming {
  readonly source: Source;
  readonly together: readonly Source[];
  /** Whose name it is; left out, that of all that have it. */
  readonly named?: Definition;
}

function probeName(
  laboratory: Laboratory,
  around: Surroundings,
  { source, together, named }: Renaming,
): void {
  const { record } = laboratory;
  const { value: before } = source;
  for (const after of variantsOf(before)) {
    const change = renamed(around, {
      before: String(before),
      after: String(after),
      ...(named === undefined ? {} : { named }),
    });
    const effects = tryOut(laboratory, change, { before, after });
    if (effects === undefined) continue;
    for (const { object, path, isGiven } of effects.fields) {
      const isKnown = record.feeders(object, path)
        .some(({ source: other }) => other.value === before);
      if (isKnown) continue;
      const role = isGiven ? "gives" : "decides";
      record.add(object, path, { source, role, together });
    }
    if (effects.fields.length > 0) return;
  }
}

interface Rename extends Pick<Renaming, "named"> {
  readonly before: string;
  readonly after: string;
}

function renamed(
  { definitions, input }: Surroundings,
  rename: Rename,
): Change {
  const { config, charts } = input;
  const { before, after } = rename;
  return {
    definitions: definitions.map((each) => renamedIn(each, rename)),
    config: config.systemNamespace === before
      ? { ...config, systemNamespace: after } satisfies RenderConfig
      : config,
    ...(charts === undefined
      ? {}
      : { charts: renamedKeys(charts, before, after) }),
  };
}

function renamedIn(
  definition: Definition,
  { before, after, named = definition }: Rename,
): Definition {
  let { manifest } = definition;
  for (const { path, value } of leavesOf(manifest as Value)) {
    const keeps = isName(path) && named !== definition;
    if (value === before && !keeps) manifest = edited(manifest, path, after);
  }
  return withManifest(definition, manifest) ?? definition;
}

/** Charts are pinned for templates, by namespace and name. */
function renamedKeys(
  charts: PinnedCharts,
  before: string,
  after: string,
): PinnedCharts {
  return new Map([...charts].map(([key, chart]) => [
    key.split("/").map((part) => part === before ? after : part).join("/"),
    chart,
  ]));
}
