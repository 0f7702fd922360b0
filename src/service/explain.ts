/**
 * Questions about the objects of a prepared environment.
 *
 * @module
 */

import {
  ambiguous,
  EXPLAIN_RULES,
  explainCluster,
  explainDeclared,
  type ExplainInput,
  explainUndeclared,
  type Explanation,
  findFeeders,
  findObjects,
  findUndeclared,
  type Query,
} from "../explain/mod.ts";
import {
  type Definition,
  type Finding,
  formatIdentity,
  type Identity,
  identityKey,
  identityOf,
  isMap,
  makeFinding,
} from "../model/mod.ts";
import { collectAlone, renderShared } from "../render/mod.ts";
import { CONFIG_PATH, type DryTree } from "../source/mod.ts";
import { LOCK_PATH, readLock } from "../templates/helm/lock/mod.ts";
import { pinKey, type TemplatePackage } from "../templates/mod.ts";
import { loadYaml } from "../yaml/mod.ts";
import { VERSION } from "./built_in.ts";
import type { PreparedEnvironment } from "./prepare.ts";

/** A question, and what it is about. */
export interface Question {
  /** The object, as `namespace/name`, `name`, or with the kind before it. */
  readonly object: string;
  readonly query: Query;
}

/** What came of a question about one object. */
export interface Explained {
  readonly object: Identity;
  readonly definition: Definition;
  readonly explanation: Explanation;
  /** What expands the cluster. */
  readonly package?: TemplatePackage;
  /** The errors that keep it from being rendered. */
  readonly findings: readonly Finding[];
}

/** What came of a question. */
export type ExplainOutcome =
  | { readonly kind: "explained"; readonly explained: readonly Explained[] }
  | { readonly kind: "unknown"; readonly finding: Finding };

/**
 * Answers a question about the objects of an environment.
 *
 * @param prepared The environment.
 * @param tree The files of its dry source.
 * @param question The question.
 * @returns The answers, or that there is no such object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { prepareEnvironment, prepareSource } from "./prepare.ts";
 * const tree = { files: [], findings: [] };
 * const source = prepareSource(tree, { builtIn: new Map() });
 * const [environment] = source.config?.environments ?? [];
 * if (source.config && environment) {
 *   const prepared = prepareEnvironment(source, source.config, environment);
 *   const question = { object: "prod/eu1", query: { kind: "all" } } as const;
 *   assertEquals(explain(prepared, tree, question).kind, "unknown");
 * }
 * ```
 */
export function explain(
  prepared: PreparedEnvironment,
  tree: DryTree,
  { object, query }: Question,
): ExplainOutcome {
  const input = {
    ...prepared,
    version: VERSION,
    ...statedIn(tree),
    ...lockedIn(tree),
  };
  const found = findObjects(prepared.inventory, object);
  if (found.kind === "found") {
    return theOne(
      object,
      found.definitions.map((each) => explainDefinition(input, each, query)),
    );
  }
  const undeclared = findUndeclared(input, object);
  return undeclared.length === 0 ? found : theOne(
    object,
    undeclared.map((each) => ({
      ...each,
      explanation: explainUndeclared(input, each, query),
      findings: [],
    })),
  );
}

/** Of several objects of a name, the one that has an answer is meant. */
function theOne(
  wanted: string,
  explained: readonly Explained[],
): ExplainOutcome {
  const answered = explained.filter(({ explanation }) =>
    explanation.kind === "answer"
  );
  return answered.length < 2
    ? {
      kind: "explained",
      explained: answered.length === 0 ? explained : answered,
    }
    : {
      kind: "unknown",
      finding: ambiguous(wanted, answered.map(({ object }) => object)),
    };
}

function explainDefinition(
  input: ExplainInput & Pick<PreparedEnvironment, "findings">,
  definition: Definition,
  query: Query,
): Explained {
  return definition.manifest.kind === "ClusterDeployment"
    ? explainDeployment(input, definition, query)
    : explainOther(input, definition, query);
}

function explainOther(
  input: ExplainInput & Pick<PreparedEnvironment, "findings">,
  definition: Definition,
  query: Query,
): Explained {
  const object = identityOf(definition.manifest);
  const explanation = explainDeclared(input, definition, query);
  return {
    object,
    definition,
    explanation,
    findings: explanation.kind === "answer" ? [] : errorsOf([
      ...input.findings,
      ...renderShared({ ...input, previous: new Map() })
        .flatMap((unit) => unit.findings),
    ], object),
  };
}

function explainDeployment(
  input: ExplainInput & Pick<PreparedEnvironment, "findings">,
  definition: Definition,
  query: Query,
): Explained {
  const object = identityOf(definition.manifest);
  const key = `${object.namespace}/${object.name}`;
  const fed = findFeeders(
    { ...input, broken: without(input.broken, object) },
    key,
  );
  if (fed !== undefined) {
    const { package: expander } = fed.base.cluster.inputs;
    return {
      object,
      definition,
      explanation: explainCluster(fed, query),
      ...(expander === undefined ? {} : { package: expander }),
      findings: errorsOf(input.findings, object),
    };
  }
  const { findings } = collectAlone({ ...input, previous: new Map() }, key);
  const finding = makeFinding(
    EXPLAIN_RULES["explain/not-rendered"],
    `Cannot explain ${formatIdentity(object)}: it cannot be rendered`,
    { object, place: { origin: definition.origin } },
  );
  return {
    object,
    definition,
    explanation: { kind: "unknown", finding },
    findings: [...errorsOf(input.findings, object), ...findings],
  };
}

/** What validation refuses may be explained all the more. */
function without(
  broken: ReadonlySet<string>,
  object: Identity,
): ReadonlySet<string> {
  return broken.difference(new Set([identityKey(object)]));
}

function errorsOf(findings: readonly Finding[], object: Identity): Finding[] {
  return findings.filter((each) =>
    each.severity === "error" && each.object !== undefined &&
    identityKey(each.object) === identityKey(object)
  );
}

/** What the owner of the repository wrote, without the defaults. */
function statedIn(tree: DryTree): Pick<ExplainInput, "stated"> {
  const file = tree.files.find(({ path }) => path === CONFIG_PATH);
  const stated = file === undefined ? undefined : loadYaml(file.text);
  return isMap(stated) ? { stated } : {};
}

/** Where the lock has the versions of charts. */
function lockedIn(tree: DryTree): Pick<ExplainInput, "locked"> {
  const file = tree.files.find(({ path }) => path === LOCK_PATH);
  const { lock } = file === undefined ? {} : readLock(file.text);
  if (lock === undefined) return {};
  return {
    locked: new Map(
      lock.charts.map(({ template }, index) =>
        [pinKey(template), ["charts", index, "locked", "version"]] as const
      ),
    ),
  };
}
