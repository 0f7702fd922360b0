/**
 * All that can be changed about a cluster, each with how to change it.
 *
 * @module
 */

import {
  type Definition,
  type FieldPath,
  getPath,
  identityOf,
  isMap,
  type Value,
  type ValueMap,
} from "../model/mod.ts";
import {
  CONFIG_PATH,
  type RenderConfig,
  renderConfigSchema,
} from "../source/mod.ts";
import { LOCK_PATH } from "../templates/helm/lock/mod.ts";
import {
  pinKey,
  type PinnedCharts,
  type TemplatePackage,
} from "../templates/mod.ts";
import type { LayerId } from "../render/mod.ts";
import { choicesAt, choicesOfKind } from "./choices.ts";
import { defaultPlaces } from "./default_place.ts";
import { edited } from "./edit.ts";
import { LAYER_RULES } from "./layer_rules.ts";
import { containersOf, type Leaf, leavesOf } from "./leaves.ts";
import type { Source } from "./source.ts";
import { type ExplainInput, withManifest } from "./subject.ts";
import type { Change } from "./change.ts";

/** A value that can be changed. */
export interface Target {
  readonly source: Source;
  /** What else may stand there, where there is a list of it. */
  readonly choices: readonly Value[];
  /** Whether it can be left out without moving what follows. */
  readonly canBeRemoved: boolean;
  /**
   * Puts another value in its place; `undefined` leaves it out. There is no
   * change where the value may not stand there.
   */
  change(value: Value | undefined): Change | undefined;
}

/** The fields of `k0render.yaml` that reach the objects of clusters. */
const SETTINGS: Readonly<Record<string, readonly Value[]>> = {
  applyLevel: ["capi", "helmrelease", "k0rdent"],
  installation: [],
  kcmVersion: [],
  serviceDelivery: ["sveltos", "helmrelease"],
  systemNamespace: [],
  trackingLabels: [],
};

/** What a document is, rather than what it says. */
const TYPE_FIELDS = ["apiVersion", "kind"];

/** What a cluster is rendered from. */
export interface Surroundings {
  readonly input: ExplainInput;
  /** The definitions that matter. */
  readonly definitions: readonly Definition[];
  /** The values that are given to the chart. */
  readonly values: ValueMap;
  readonly package?: TemplatePackage;
}

/**
 * All values that can be changed about a cluster.
 *
 * @param around What the cluster is rendered from.
 * @param part Single values, or the maps and lists that hold them.
 * @returns The values: those of definitions, settings and chart defaults.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, demoScope } from "../render/_demo.ts";
 * const input = demoScope();
 * const { deployment } = demoInputs();
 * const targets = [...targetsOf({ input, definitions: [deployment], values: {} })];
 * assertEquals(targets[2]?.source.field, ["spec", "template"]);
 * ```
 */
export function* targetsOf(
  around: Surroundings,
  part: "leaves" | "containers" = "leaves",
): Generator<Target> {
  const partsOf = part === "leaves" ? leavesOf : containersOf;
  for (const definition of around.definitions) {
    for (const leaf of partsOf(definition.manifest)) {
      if (TYPE_FIELDS.includes(String(leaf.path[0]))) continue;
      yield inDefinition(around, definition, leaf);
    }
  }
  yield* settingTargets(around, partsOf);
  if (part === "leaves") yield* lockTargets(around);
  if (around.package !== undefined) {
    yield* defaultTargets(around, around.package, partsOf);
  }
}

function inDefinition(
  around: Surroundings,
  definition: Definition,
  { path, value }: Leaf,
): Target {
  const { definitions } = around;
  const { manifest, origin } = definition;
  const [spec, config, ...field] = path;
  const isConfig = manifest.kind === "ClusterDeployment" && spec === "spec" &&
    config === "config";
  return {
    source: {
      kind: "definition",
      place: { origin, field: path },
      field: path,
      value,
      object: identityOf(manifest),
    },
    choices: isConfig
      ? choicesIn(around, field)
      : choicesOfKind(manifest.kind, path),
    canBeRemoved: typeof path.at(-1) === "string",
    change(replacement) {
      const changed = withManifest(
        definition,
        edited(manifest, path, replacement),
      );
      return changed && {
        definitions: definitions.map((each) =>
          each === definition ? changed : each
        ),
      };
    },
  };
}

function* settingTargets(
  { input }: Surroundings,
  partsOf: (value: Value) => Iterable<Leaf>,
): Generator<Target> {
  const { config, stated = {} } = input;
  const data = config as unknown as ValueMap;
  for (const { path, value } of partsOf(stated)) {
    const choices = SETTINGS[String(path[0])];
    if (choices === undefined || getPath(data, path) !== value) continue;
    const origin = { file: CONFIG_PATH, document: 0, line: 1 };
    yield {
      source: {
        kind: "setting",
        place: { origin, field: path },
        field: path,
        value,
      },
      choices,
      canBeRemoved: false,
      change(replacement) {
        const { data: read } = renderConfigSchema
          .safeParse(edited(stated, path, replacement));
        if (read === undefined) return undefined;
        const value = getPath(read, path);
        return {
          config: edited(data, path, value) as unknown as RenderConfig,
        };
      },
    };
  }
}

/** Charts that nothing here expands: services get the locked version. */
function* lockTargets({ input, definitions }: Surroundings): Generator<Target> {
  const none: PinnedCharts = new Map();
  const { charts = none, locked = new Map<string, FieldPath>() } = input;
  for (const { manifest } of definitions) {
    const { namespace = "", name } = manifest.metadata;
    const key = pinKey({ namespace, name });
    const [pin, field] = [charts.get(key), locked.get(key)];
    const isService = manifest.kind === "ServiceTemplate";
    if (!isService || pin?.kind !== "pinned" || field === undefined) continue;
    const origin = { file: LOCK_PATH, document: 0, line: 1 };
    yield {
      source: {
        kind: "setting",
        place: { origin, field },
        field,
        value: pin.version,
      },
      choices: [],
      canBeRemoved: false,
      change: (version) => ({
        charts: new Map(charts)
          .set(key, { ...pin, version: String(version) }),
      }),
    };
  }
}

/**
 * Values that KCM puts in by a rule of its own, as targets.
 *
 * @param layer Whose rule it is.
 * @param leaf The value, and its place among the chart values.
 * @returns The target.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const target = ruleTarget("labels", { path: ["clusterLabels", "a"], value: "b" });
 * assertEquals(target.change("c")?.values?.({}), { clusterLabels: { a: "c" } });
 * ```
 */
export function ruleTarget(layer: LayerId, { path, value }: Leaf): Target {
  const rule = LAYER_RULES[layer];
  return {
    source: { kind: "rule", rule, field: path, value },
    choices: [],
    canBeRemoved: false,
    change: (replacement = null) => ({
      values: (values) => edited(values, path, replacement),
    }),
  };
}

function* defaultTargets(
  { values }: Surroundings,
  expander: TemplatePackage,
  partsOf: (value: Value) => Iterable<Leaf>,
): Generator<Target> {
  const { defaults } = expander;
  const placeOf = defaultPlaces(expander);
  for (const { path, value } of partsOf(defaults)) {
    if (isShadowed(values, path)) continue;
    const place = placeOf(path);
    yield {
      source: {
        kind: "default",
        field: path,
        value,
        ...(place === undefined ? {} : { place }),
      },
      choices: choicesAt(expander.schema(), path),
      canBeRemoved: typeof path.at(-1) === "string",
      change: (replacement) => ({
        values: (values) =>
          replacement === undefined
            ? edited(values, path, null)
            : edited(values, ...overDefault(defaults, path, replacement)),
      }),
    };
  }
}

/** A list of given values takes the place of the default one as a whole. */
function overDefault(
  defaults: ValueMap,
  path: FieldPath,
  replacement: Value,
): [path: FieldPath, value: Value] {
  const index = path.findIndex((step) => typeof step === "number");
  if (index < 0) return [path, replacement];
  const list = path.slice(0, index);
  const items = getPath(defaults, list);
  return [list, edited(items, path.slice(index), replacement)];
}

/** Whether given values hide a default. */
function isShadowed(values: ValueMap, path: FieldPath): boolean {
  return path.some((_, index) => {
    const given = getPath(values, path.slice(0, index + 1));
    const isWhole = index === path.length - 1;
    return given !== undefined && (isWhole || !isMap(given));
  });
}

function choicesIn(
  { package: expander }: Surroundings,
  path: FieldPath,
): readonly Value[] {
  return expander === undefined ? [] : choicesAt(expander.schema(), path);
}
