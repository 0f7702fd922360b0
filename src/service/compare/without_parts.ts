/**
 * An environment in which some changes are taken back.
 *
 * @module
 */

import {
  applyFields,
  type ChangedPart,
  diffValues,
  takeBack,
} from "../../diff/mod.ts";
import { formatChangePath, type Value } from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";
import { libraryOf } from "../prepare.ts";
import {
  type EnvironmentState,
  type StatePair,
  withDefinitions,
} from "./environment_state.ts";

/** One kind of part. */
type PartOf<Kind extends ChangedPart["kind"]> = Extract<
  ChangedPart,
  { readonly kind: Kind }
>;

/**
 * Takes some changes of an environment back.
 *
 * @param pair The environment before and after all of the change.
 * @param parts What to take back.
 * @returns The environment as it would be without them.
 */
export function withoutParts(
  pair: StatePair,
  parts: readonly ChangedPart[],
): EnvironmentState {
  const { before, after } = pair;
  const { template = [], chart = [], lock = [], config = [] } = Object.groupBy(
    parts,
    ({ kind }) => kind,
  );
  const settings = config.length === 0
    ? after.config
    : configWithout(pair, config as PartOf<"config">[]);
  const definitions = takeBack({
    before: before.source.source.definitions,
    after: after.source.source.definitions,
  }, parts);
  const state = withDefinitions(after, definitions);
  const isSameLibrary = [...template, ...chart, ...config].length === 0;
  const isSamePins = [...chart, ...lock].length === 0;
  const pinned = before.source.pinned;
  const library = isSameLibrary ? {} : libraryWithout(pair, {
    templates: (template as PartOf<"template">[]).map(({ path }) => path),
    charts: (chart as PartOf<"chart">[]).map(({ directory }) => directory),
    config: settings,
  });
  return {
    source: {
      ...state.source,
      ...library,
      ...(isSamePins || pinned === undefined ? {} : { pinned }),
    },
    config: settings,
    environment: settings.environments
      .find(({ name }) => name === after.environment.name) ?? after.environment,
  };
}

function configWithout(
  { before, after }: StatePair,
  parts: readonly PartOf<"config">[],
): RenderConfig {
  const taken = new Set(parts.map(({ field }) => formatChangePath(field.path)));
  const [left, right] = [valueOf(before.config), valueOf(after.config)];
  const others = diffValues(left, right)
    .filter(({ path }) => !taken.has(formatChangePath(path)));
  return applyFields(left, others) as unknown as RenderConfig;
}

function libraryWithout(
  { before, after }: StatePair,
  { templates, charts, config }: {
    templates: readonly string[];
    charts: readonly string[];
    config: RenderConfig;
  },
) {
  const [old, now] = [before.source.source, after.source.source];
  const source = {
    ...now,
    config,
    templates: replaced(
      { now: now.templates, old: old.templates },
      templates,
    ),
    charts: replaced({ now: now.charts, old: old.charts }, charts),
  };
  return { library: libraryOf(source, after.source.builtIn) };
}

function replaced<Each>(
  { now, old }: Readonly<Record<"now" | "old", ReadonlyMap<string, Each>>>,
  keys: readonly string[],
): ReadonlyMap<string, Each> {
  const result = new Map(now);
  for (const key of keys) {
    const each = old.get(key);
    if (each === undefined) result.delete(key);
    else result.set(key, each);
  }
  return result;
}

function valueOf(config: RenderConfig): Value {
  return JSON.parse(JSON.stringify(config)) as Value;
}
