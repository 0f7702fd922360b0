/**
 * Whether explanations are true: the very text that they name is changed, all
 * is read and rendered again, and the value has to change.
 *
 * @module
 */

import type {
  ExplainedField,
  ExplainedObject,
  Source,
} from "../src/explain/mod.ts";
import {
  formatIdentity,
  formatPath,
  hasErrors,
  isMap,
  type RenderedObject,
  type UnitResult,
  type Value,
} from "../src/model/mod.ts";
import {
  explain,
  type Overrides,
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
} from "../src/service/mod.ts";
import { runPipeline } from "./pipeline.ts";
import { sharedObjects } from "./shared_attributions.ts";
import { type DryFiles, editsOf, lineEdits } from "./text_edits.ts";

const builtIn = await readBuiltInTemplates();

/** A part of a dry source, and how it is rendered. */
export interface Subject {
  readonly files: DryFiles;
  /**
   * The ClusterDeployment, as `namespace/name`; left out, what no cluster has
   * for itself.
   */
  readonly cluster?: string;
  readonly overrides?: Overrides;
}

/**
 * Explains all objects of a cluster.
 *
 * @param subject The cluster.
 * @returns The objects.
 */
export function explainAll(
  { files, cluster, overrides = {} }: Subject & { readonly cluster: string },
): readonly ExplainedObject[] {
  const tree = {
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    findings: [],
  };
  const prepared = prepareSource(tree, { builtIn, overrides });
  const [environment] = prepared.config?.environments ?? [];
  if (prepared.config === undefined || environment === undefined) {
    throw new Error(`Cannot prepare the source of "${cluster}"`);
  }
  const outcome = explain(
    prepareEnvironment(prepared, prepared.config, environment),
    tree,
    { object: cluster, query: { kind: "all" } },
  );
  const [first] = outcome.kind === "explained" ? outcome.explained : [];
  if (first?.explanation.kind !== "answer") {
    throw new Error(`Cannot explain "${cluster}": ${JSON.stringify(outcome)}`);
  }
  return first.explanation.answer.objects;
}

/**
 * The values that nobody knows the origin of.
 *
 * @param objects Explained objects.
 * @returns The values, as text.
 */
export function unattributed(objects: readonly ExplainedObject[]): string[] {
  return objects.flatMap((object) =>
    object.fields.filter(({ from, own }) =>
      own === undefined
        ? !from.some(({ role }) => role === "gives")
        : own.kind === "unknown" || own.kind === "template-file"
    ).map((field) => nameOf(object, field))
  );
}

/** A claim that a text has a part in values, and how to put it to the test. */
interface Claim {
  readonly edits: readonly DryFiles[];
  readonly values: string[];
}

/**
 * The claims that do not hold: the text that is named was changed, in several
 * ways, and the value was the same each time.
 *
 * @param subject What was explained; the template package of a cluster has to
 * be among the files.
 * @param objects What is claimed.
 * @returns What does not hold, as text.
 */
export function falseClaims(
  subject: Subject,
  objects: readonly ExplainedObject[],
): string[] {
  const before = valuesOf(subject, subject.files);
  return [...claimsOf(subject, objects)].flatMap(([name, claim]) => {
    let left = claim.values;
    for (const files of claim.edits) {
      if (left.length === 0) break;
      const after = valuesOf(subject, files);
      if (after.size === 0) continue;
      left = left.filter((value) => before.get(value) === after.get(value));
    }
    return left.map((value) => `${value} <- ${name}`);
  });
}

function claimsOf(
  { files }: Subject,
  objects: readonly ExplainedObject[],
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const add = (name: string, value: string, edits: () => DryFiles[]) => {
    const known = claims.get(name) ?? { edits: edits(), values: [] };
    claims.set(name, known);
    known.values.push(value);
  };
  for (const object of objects) {
    for (const field of object.fields) {
      const value = nameOf(object, field);
      for (const { source, together } of field.from) {
        if (source.place === undefined) continue;
        const sources = [source, ...together];
        const name = sources.map(sourceName).join(" & ");
        add(name, value, () => editsOf(files, sources));
      }
      if (field.own?.kind !== "template") continue;
      const { file, line } = field.own.line;
      add(
        `${file}:${line} ${JSON.stringify(field.value)}`,
        value,
        () => lineEdits(files, { file, line, field }),
      );
    }
  }
  return claims;
}

function sourceName({ place, field }: Source): string {
  return `${place?.origin.file}#${place?.origin.line} ${formatPath(field)}`;
}

function nameOf(
  { object }: ExplainedObject,
  { path }: Pick<ExplainedField, "path">,
): string {
  return `${formatIdentity(object)} ${formatPath(path)}`;
}

/** Values by name. Renamed objects are known by kind and order. */
function valuesOf(
  { cluster, overrides }: Subject,
  files: DryFiles,
): Map<string, string> {
  const { units, findings } = runPipeline(files, overrides);
  const objects = cluster === undefined
    // Of what has errors nothing is left: that shows nothing.
    ? hasErrors([
        ...findings.map(({ finding }) => finding),
        ...units.flatMap((unit) => unit.findings),
      ])
      ? []
      : sharedObjects(units)
    : objectsOfCluster(units, cluster);
  const values = new Map<string, string>();
  for (const { manifest } of objects) {
    const { kind, metadata } = manifest;
    for (const [path, value] of scalars(manifest, "")) {
      const of = metadata.namespace === undefined
        ? `${kind} ${metadata.name}`
        : `${kind} ${metadata.namespace}/${metadata.name}`;
      values.set(`${of} ${path}`, JSON.stringify(value));
    }
  }
  return values;
}

function objectsOfCluster(
  units: readonly UnitResult[],
  cluster: string,
): RenderedObject[] {
  const [namespace, name] = cluster.split("/");
  const clusters = units.filter(({ id }) => id.kind === "cluster");
  const unit =
    clusters.find(({ id }) =>
      id.kind === "cluster" && id.namespace === namespace && id.name === name
    ) ?? clusters[0];
  return unit?.kind === "rendered" ? [...unit.applied, ...unit.review] : [];
}

function* scalars(value: Value, path: string): Generator<[string, Value]> {
  const children: [string, Value][] = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${index}]`, item])
    : isMap(value)
    ? Object.entries(value).map(([key, field]) => [
      `${path}${formatPath([key]).startsWith("[") ? "" : path && "."}${
        formatPath([key])
      }`,
      field,
    ])
    : [];
  if (children.length === 0) yield [path, value];
  for (const [inner, child] of children) yield* scalars(child, inner);
}
