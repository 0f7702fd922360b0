/**
 * A dry source, understood and checked, up to the point where it is rendered.
 *
 * @module
 */

import { distribute, type Inventory, takeInventory } from "../k0rdent/mod.ts";
import { type Finding, identityKey } from "../model/mod.ts";
import {
  type Acknowledgement,
  type ApplyLevel,
  type DrySource,
  type DryTree,
  type Environment,
  findUnassigned,
  readAcknowledgements,
  readDrySource,
  type RenderConfig,
  selectEnvironment,
  type ServiceDelivery,
  withoutAcknowledgements,
} from "../source/mod.ts";
import {
  type ChartLock,
  LOCK_PATH,
  type ReadLock,
  readLock,
} from "../templates/helm/lock/mod.ts";
import {
  loadLibrary,
  type PinnedCharts,
  type TemplateLibrary,
} from "../templates/mod.ts";
import { strictly, validate, withCopies } from "../validate/mod.ts";
import { helmSettings } from "./helm_settings.ts";
import type { PinOutcome } from "./charts/pin_charts.ts";

/** What the operator decides in place of the repository. */
export interface Overrides {
  readonly applyLevel?: ApplyLevel;
  readonly serviceDelivery?: ServiceDelivery;
}

/** A dry source with the templates in force. */
export interface PreparedSource {
  readonly source: DrySource;
  /** Left out where `k0render.yaml` has errors: then nothing is rendered. */
  readonly config?: RenderConfig;
  readonly library: TemplateLibrary;
  /** The built-in templates that it lies over: path → text. */
  readonly builtIn: ReadonlyMap<string, string>;
  /** Whether there is a `k0render.lock`, readable or not. */
  readonly hasLock: boolean;
  /** The text of the lock; empty where there is none to read. */
  readonly lockText: string;
  /** The charts that are locked; left out where no lock can be read. */
  readonly lock?: ChartLock;
  /** The locked charts by environment, once they were had. */
  readonly pinned?: ReadonlyMap<string, PinOutcome>;
  /** Whether warnings that hide mistakes in configuration are errors. */
  readonly strict: boolean;
  /** What is wrong with the source before any environment is looked at. */
  readonly findings: readonly Finding[];
}

/** One environment of a dry source, ready to be rendered. */
export interface PreparedEnvironment {
  readonly environment: Environment;
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
  readonly charts: PinnedCharts;
  /** What is declared, and what KCM copies of it to other namespaces. */
  readonly inventory: Inventory;
  /** How many definitions it has. */
  readonly definitions: number;
  /** What somebody accepts by name. */
  readonly acknowledgements: readonly Acknowledgement[];
  /**
   * Whether it is known what every document of the source is. Where not,
   * nothing may be removed from the rendered branch.
   */
  readonly complete: boolean;
  /** The identity keys of objects with errors, and of their copies. */
  readonly broken: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * Reads a dry source and puts its templates over the built-in ones.
 *
 * @param tree The files of the dry source.
 * @param options The built-in templates, what the operator decides, and
 * whether warnings that hide mistakes in configuration are errors.
 * @returns The source, whether or not it has errors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const tree = { files: [], findings: [] };
 * const prepared = prepareSource(tree, { builtIn: new Map() });
 * assertEquals(prepared.config?.applyLevel, "capi");
 * ```
 */
export function prepareSource(
  tree: DryTree,
  options: {
    builtIn: ReadonlyMap<string, string>;
    overrides?: Overrides;
    strict?: boolean;
  },
): PreparedSource {
  const { builtIn, strict = false } = options;
  const source = readDrySource(tree);
  const library = libraryOf(source, builtIn);
  const { hasLock, lockText, lock, findings: lockFindings } = lockOf(tree);
  const findings = [
    ...source.findings,
    ...library.findings,
    ...lockFindings,
  ];
  const read = {
    source,
    library,
    builtIn,
    strict,
    hasLock,
    lockText,
    ...(lock === undefined ? {} : { lock }),
  };
  if (source.config === undefined) return { ...read, findings };
  const config = { ...source.config, ...options.overrides };
  findings.push(...findUnassigned(source, config));
  return { ...read, config, findings };
}

/**
 * Puts the templates of a dry source over the built-in ones.
 *
 * @param source The dry source.
 * @param builtIn The built-in templates: path → text.
 * @returns The library.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readDrySource } from "../source/mod.ts";
 * const source = readDrySource({ files: [], findings: [] });
 * assertEquals(libraryOf(source, new Map()).findings, []);
 * ```
 */
export function libraryOf(
  source: DrySource,
  builtIn: ReadonlyMap<string, string>,
): TemplateLibrary {
  return loadLibrary({
    builtIn,
    overlay: source.templates,
    charts: source.charts,
    unreadable: source.unreadable,
    helm: helmSettings(source.config),
  });
}

/** A lock that could not be read is not the same as none. */
function lockOf(
  tree: DryTree,
): ReadLock & Pick<PreparedSource, "hasLock" | "lockText"> {
  const isRefused = tree.findings.some(({ place }) =>
    place?.origin.file === LOCK_PATH
  );
  const file = tree.files.find(({ path }) => path === LOCK_PATH);
  return file === undefined
    ? { hasLock: isRefused, lockText: "", findings: [] }
    : { hasLock: true, lockText: file.text, ...readLock(file.text) };
}

/**
 * Takes the inventory of one environment, with the copies that KCM makes, and
 * checks it.
 *
 * @param prepared The dry source.
 * @param config Its configuration.
 * @param environment One of its environments.
 * @returns The environment, whether or not it has errors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const prepared = prepareSource({ files: [], findings: [] }, { builtIn: new Map() });
 * const { config } = prepared;
 * if (config !== undefined) {
 *   const [environment] = config.environments;
 *   if (environment !== undefined) {
 *     assertEquals(prepareEnvironment(prepared, config, environment).definitions, 0);
 *   }
 * }
 * ```
 */
export function prepareEnvironment(
  prepared: PreparedSource,
  config: RenderConfig,
  environment: Environment,
): PreparedEnvironment {
  const { source, library } = prepared;
  const selected = selectEnvironment(source, environment);
  const accepted = readAcknowledgements(config, selected);
  const definitions = selected.map(withoutAcknowledgements);
  const taken = takeInventory(definitions, {
    systemNamespace: config.systemNamespace,
    kcmVersion: config.kcmVersion,
  });
  const inventory = distribute(taken.inventory);
  const pinned = prepared.pinned?.get(environment.name);
  const charts = pinned?.charts ?? new Map();
  const checked = validate({ inventory, config, library, charts });
  const all = [
    ...accepted.findings,
    ...taken.findings,
    ...pinned?.findings ?? [],
    ...prepared.strict ? strictly(checked) : checked,
  ];
  const errors = [...prepared.findings, ...all]
    .filter(({ severity }) => severity === "error");
  return {
    environment,
    config,
    library,
    charts,
    inventory,
    definitions: definitions.length,
    acknowledgements: accepted.acknowledgements,
    complete: source.complete && !errors.some(hidesIdentity),
    broken: withCopies(new Set(errors.flatMap(brokenKey)), inventory),
    findings: all,
  };
}

/**
 * Errors about what an object is: it may be meant for one that the branch has,
 * so nothing of the branch may go for want of it.
 */
const HIDES_IDENTITY: ReadonlySet<string> = new Set([
  "k0rdent/unknown-kind",
  "k0rdent/unknown-group",
  "k0rdent/missing-namespace",
]);

function hidesIdentity({ rule }: Finding): boolean {
  return HIDES_IDENTITY.has(rule.id);
}

function brokenKey({ object }: Finding): string[] {
  return object === undefined ? [] : [identityKey(object)];
}
