/**
 * Values that can only be changed together: names, and what refers to them.
 *
 * @module
 */

import type { Definition, Value } from "../model/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type { PinnedCharts } from "../templates/mod.ts";
import { edited } from "./edit.ts";
import { leavesOf } from "./leaves.ts";
import { type Laboratory, tryOut } from "./probe.ts";
import type { Source } from "./source.ts";
import { withManifest } from "./subject.ts";
import type { Surroundings, Target } from "./targets.ts";
import type { Change } from "./trial.ts";
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

function probeName(
  laboratory: Laboratory,
  around: Surroundings,
  { source, together }: { source: Source; together: readonly Source[] },
): void {
  const { record } = laboratory;
  const { value: before } = source;
  for (const after of variantsOf(before)) {
    const change = renamed(around, String(before), String(after));
    const effects = tryOut(laboratory, change, { before, after });
    if (effects === undefined) continue;
    for (const { object, path, isGiven } of effects.fields) {
      const isKnown = record.feeders(object, path)
        .some(({ source: other }) => other.value === before);
      if (isKnown) continue;
      const role = isGiven ? "gives" : "decides";
      record.add(object, path, { source, role, together });
    }
    return;
  }
}

function renamed(
  { definitions, input }: Surroundings,
  before: string,
  after: string,
): Change {
  const { config, charts } = input;
  return {
    definitions: definitions.map((each) => renamedIn(each, before, after)),
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
  before: string,
  after: string,
): Definition {
  let { manifest } = definition;
  for (const { path, value } of leavesOf(manifest as Value)) {
    if (value === before) manifest = edited(manifest, path, after);
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
