/**
 * Comparisons as fleets have them, for tests.
 *
 * @module
 */

import type {
  ComparedUnit,
  Comparison,
  EffectGroup,
} from "../diff/comparison.ts";
import {
  type Cause,
  compareGravity,
  type Effect,
  type EffectKind,
  type FieldChange,
  identityOf,
  makeFinding,
  type Manifest,
  type ObjectChange,
  type Value,
} from "../model/mod.ts";
import type { Preview, PreviewFinding } from "./preview.ts";

const LIVE = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";
const PROPOSED = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";

/** A comparison of two equal trees. */
export function emptyComparison(): Comparison {
  return {
    clusters: { before: 0, after: 0, created: [], deleted: [], changed: [] },
    units: [],
    unknown: [],
    groups: [],
    guards: [],
  };
}

/** A preview of comparisons, one for each environment. */
export function previewOf(
  comparisons: Readonly<Record<string, Comparison>>,
  findings: readonly PreviewFinding[] = [],
): Preview {
  return {
    version: "0.1.0",
    base: LIVE,
    head: PROPOSED,
    environments: Object.entries(comparisons).map((
      [environment, comparison],
    ) => ({
      environment,
      branch: `env/${environment}`,
      links: {
        compare: `https://git.example/fleet/compare/env/${environment}`,
        branch: `https://git.example/fleet/tree/preview/7/${environment}`,
      },
      comparison,
    })),
    findings,
    links: { report: "https://k0render.example/previews/7" },
  };
}

/** What is needed of an effect; the rest is as usual. */
export type EffectSketch =
  & Pick<Effect, "kind" | "summary">
  & Partial<Omit<Effect, "object">>
  & { readonly object?: Manifest };

/** An effect on a cluster. */
export function effect(sketch: EffectSketch): Effect {
  const { object = manifest("Cluster", "prod", "eu1"), ...rest } = sketch;
  return {
    rule: `effects/${sketch.kind}`,
    fields: [],
    causes: [],
    warnings: [],
    ...rest,
    object: identityOf(object),
  };
}

/** An object with a spec. */
export function manifest(
  kind: string,
  namespace: string,
  name: string,
  spec: Value = {},
): Manifest {
  const group = GROUPS[kind] ?? "cluster.x-k8s.io/v1beta1";
  return { apiVersion: group, kind, metadata: { name, namespace }, spec };
}

const GROUPS: Readonly<Record<string, string>> = {
  Secret: "v1",
  ConfigMap: "v1",
  Profile: "config.projectsveltos.io/v1beta1",
  MultiClusterService: "k0rdent.mirantis.com/v1beta1",
  AWSMachineTemplate: "infrastructure.cluster.x-k8s.io/v1beta2",
  AzureMachineTemplate: "infrastructure.cluster.x-k8s.io/v1beta1",
  K0sControlPlane: "controlplane.cluster.x-k8s.io/v1beta1",
};

/** The change of an object of a cluster. */
export function changed(
  before: Manifest,
  fields: readonly FieldChange[],
  after: Manifest = before,
): ObjectChange {
  const { namespace = "", name } = before.metadata;
  return {
    kind: after.metadata.name === name ? "changed" : "renamed",
    unit: { kind: "cluster", namespace, name },
    applied: true,
    before,
    after,
    fields,
  };
}

/** A new object of a cluster. */
export function added(after: Manifest): ObjectChange {
  const { namespace = "", name } = after.metadata;
  return {
    kind: "added",
    unit: { kind: "cluster", namespace, name },
    applied: true,
    after,
  };
}

/** A cluster with its changes and effects. */
export function unit(
  cluster: string,
  changes: readonly ObjectChange[],
  effects: readonly EffectSketch[],
): ComparedUnit {
  const [namespace = "", name = ""] = cluster.split("/");
  const id = { kind: "cluster", namespace, name } as const;
  return {
    unit: id,
    changes: changes.map((change) => ({ ...change, unit: id })),
    effects: effects.map((sketch) => effect({ cluster, ...sketch })),
  };
}

/** What is common to a comparison of some units. */
export type ComparisonSketch =
  & Pick<Comparison, "units">
  & Partial<Omit<Comparison, "units">>;

/** A comparison of units, with its effects put together. */
export function comparisonOf(sketch: ComparisonSketch): Comparison {
  const { units } = sketch;
  const names = units.flatMap(({ unit }) =>
    unit.kind === "cluster" ? [`${unit.namespace}/${unit.name}`] : []
  );
  return {
    unknown: [],
    guards: [],
    groups: groupEffects(units.flatMap(({ effects }) => effects)),
    clusters: {
      before: names.length,
      after: names.length,
      created: [],
      deleted: [],
      changed: names,
    },
    ...sketch,
  };
}

function groupEffects(effects: readonly Effect[]): EffectGroup[] {
  const groups = Map.groupBy(
    effects,
    ({ kind, rule, summary, object }) =>
      [kind, rule, summary, object.kind].join("\0"),
  );
  return [...groups.values()].map(groupOf).sort((left, right) =>
    compareGravity(left.kind, right.kind)
  );
}

function groupOf(effects: readonly Effect[]): EffectGroup {
  const [first] = effects as [Effect];
  const { kind, rule, summary, object, fields } = first;
  const causes = new Map(
    effects.flatMap((each) => each.causes).map((cause) => [
      `${cause.file}:${cause.line}`,
      cause,
    ]),
  );
  return {
    kind,
    rule,
    summary,
    objectKind: object.kind,
    members: effects.map((each) => ({
      object: each.object,
      ...(each.cluster === undefined ? {} : { cluster: each.cluster }),
    })),
    fields,
    exceptions: [],
    causes: [...causes.values()],
    warnings: [...new Set(effects.flatMap((each) => each.warnings))],
  };
}

/** A line of the dry source. */
export function cause(file: string, line: number, field = "spec"): Cause {
  return { file, line, field, side: "after" };
}

/** A finding with its place. */
export function finding(
  message: string,
  place: { readonly file: string; readonly line: number },
  severity: "error" | "warning" = "error",
): PreviewFinding {
  const rule = {
    id: "validate/example",
    severity,
    summary: "Something is wrong.",
    remedy: "Put it right.",
  };
  return {
    finding: makeFinding(rule, message),
    location: { ...place, column: 3 },
  };
}

/** An effect on a cluster for each of the kinds. */
export function effectOfKind(kind: EffectKind): EffectSketch {
  return { kind, summary: `an effect of the kind ${kind}` };
}
