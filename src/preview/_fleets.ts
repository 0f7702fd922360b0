/**
 * Changes of whole fleets, for tests and to look at.
 *
 * @module
 */

import type { ComparedUnit, Comparison } from "../diff/comparison.ts";
import type { FieldChange, ObjectChange } from "../model/mod.ts";
import {
  added,
  cause,
  changed,
  comparisonOf,
  effect,
  type EffectSketch,
  finding,
  manifest,
  previewOf,
  unit,
} from "./_testing.ts";
import type { Preview } from "./preview.ts";

const VERSIONS = { before: "v1.35.4+k0s.0", after: "v1.36.3+k0s.0" };
const SHARED = cause("environments/prod.yaml", 9, "spec.config.k0s.version");

/**
 * One shared line changes in a fleet: the version of k0s.
 *
 * @param count How many clusters.
 * @returns The comparison.
 */
export function sharedLineChange(count: number): Comparison {
  const names = Array.from(
    { length: count },
    (_, index) => `prod/apps-${String(index + 1).padStart(4, "0")}`,
  );
  return comparisonOf({ units: names.map((name) => upgraded(name)) });
}

function upgraded(cluster: string): ComparedUnit {
  const [namespace = "", name = ""] = cluster.split("/");
  const plane = manifest("K0sControlPlane", namespace, `${name}-cp`);
  const workers = manifest("MachineDeployment", namespace, `${name}-md`);
  const machine: FieldChange = {
    path: ["spec", "template", "spec", "version"],
    ...VERSIONS,
  };
  return unit(cluster, [
    changed(plane, [{ path: ["spec", "version"], ...VERSIONS }]),
    changed(workers, [machine]),
  ], [
    {
      kind: "control-plane-rollout",
      summary: "k0s v1.35.4 → v1.36.3",
      object: plane,
      fields: [{ path: ["spec", "version"], ...VERSIONS }],
      causes: [SHARED],
      warnings: [
        "Control planes with one machine are away while it is replaced",
      ],
    },
    {
      kind: "worker-rollout",
      summary: "k0s v1.35.4 → v1.36.3",
      object: workers,
      fields: [machine],
      causes: [SHARED],
    },
  ]);
}

/**
 * Something else changes in each cluster of a fleet.
 *
 * @param count How many clusters.
 * @returns The comparison.
 */
export function distinctChanges(count: number): Comparison {
  const { units } = sharedLineChange(count);
  return comparisonOf({
    units: units.map((unit, index) => ({
      ...unit,
      changes: unit.changes.map((change) =>
        change.kind === "changed"
          ? {
            ...change,
            fields: [...change.fields, {
              path: ["spec", "replicas"],
              before: index,
              after: index + 1,
            }],
          }
          : change
      ),
    })),
  });
}

/** A change with an effect of nearly every kind. */
export function eventfulChange(): Comparison {
  const refused = manifest("AzureMachineTemplate", "prod", "reports-worker-mt");
  const size: FieldChange = {
    path: ["spec", "template", "spec", "vmSize"],
    before: "Standard_A4_v2",
    after: "Standard_D4s_v5",
  };
  const deleted = effect({
    kind: "delete",
    summary: "the cluster and all that runs in it",
    object: manifest("Cluster", "legacy", "apps-old"),
    cluster: "legacy/apps-old",
    causes: [{ ...cause("clusters/legacy.yaml", 1), side: "before" }],
  });
  const units = [
    unit("legacy/apps-old", [{
      kind: "removed",
      unit: { kind: "cluster", namespace: "legacy", name: "apps-old" },
      applied: true,
      before: manifest("Cluster", "legacy", "apps-old"),
    }], [{ ...deleted, object: manifest("Cluster", "legacy", "apps-old") }]),
    unit("prod/reports", [changed(refused, [size])], [{
      kind: "will-fail",
      summary: "spec is immutable and the name stays",
      object: refused,
      fields: [size],
      causes: [cause("shapes/azure-general.yaml", 12)],
    }]),
    upgraded("prod/apps-eu1"),
    upgraded("prod/apps-us1"),
    services("prod/apps-eu1"),
    unit("prod/edge-2", newObjects("edge-2"), [{
      kind: "create",
      summary: "12 objects",
      causes: [cause("clusters/edge.yaml", 4)],
    }]),
  ];
  const comparison = comparisonOf({ units: joined(units) });
  return {
    ...comparison,
    clusters: {
      before: 14,
      after: 14,
      created: ["prod/edge-2"],
      deleted: ["legacy/apps-old"],
      changed: ["prod/apps-eu1", "prod/apps-us1", "prod/reports"],
    },
    unknown: [{
      unit: { kind: "cluster", namespace: "dev", name: "lab" },
      side: "after",
      findings: [
        finding('Cannot resolve ClusterTemplate "aws-9": no such template', {
          file: "clusters/lab.yaml",
          line: 7,
        }).finding,
      ],
    }],
    guards: [
      {
        guard: "clustersDeleted",
        limit: "at most 0 clusters deleted",
        state: "tripped",
        effects: [deleted],
        acknowledgements: ["delete:legacy/apps-old"],
      },
      {
        guard: "controlPlanesRolled",
        limit: "at most 5 control planes rolled",
        state: "kept",
        effects: [],
        acknowledgements: [],
      },
    ],
  };
}

function joined(units: readonly ComparedUnit[]): ComparedUnit[] {
  const byName = Map.groupBy(units, ({ unit }) => JSON.stringify(unit));
  return [...byName.values()].map((same) => ({
    ...same[0] as ComparedUnit,
    changes: same.flatMap(({ changes }) => changes),
    effects: same.flatMap(({ effects }) => effects),
  }));
}

function services(cluster: string): ComparedUnit {
  const [namespace = "", name = ""] = cluster.split("/");
  const profile = manifest("Profile", namespace, `${name}-guardrails`);
  const charts = { keys: { releaseName: "kyverno" } };
  const values = (replicas: number) =>
    `admissionController:\n  replicas: ${replicas}\nfeatures:\n  logging: true\n`;
  const fields: FieldChange[] = [
    {
      path: ["spec", "helmCharts", charts, "chartVersion"],
      before: "3.7.0",
      after: "3.8.2",
    },
    {
      path: ["spec", "helmCharts", charts, "values"],
      before: values(1),
      after: values(3),
      within: {
        format: "yaml",
        fields: [{
          path: ["admissionController", "replicas"],
          before: 1,
          after: 3,
        }],
      },
    },
  ];
  const effects: EffectSketch[] = [{
    kind: "service-upgrade",
    summary: "kyverno 3.7.0 → 3.8.2",
    object: profile,
    fields,
    causes: [cause("services/guardrails.yaml", 21)],
  }];
  return unit(cluster, [changed(profile, fields)], effects);
}

function newObjects(name: string): ObjectChange[] {
  const kinds = [
    "Cluster",
    "AWSCluster",
    "K0sControlPlane",
    "MachineDeployment",
    "AWSMachineTemplate",
    "K0sWorkerConfigTemplate",
  ];
  return kinds.map((kind) =>
    added(manifest(kind, "prod", `${name}-${kind.toLowerCase()}`, {
      clusterName: name,
      replicas: 3,
    }))
  );
}

/** A preview to look at: an eventful change in prod, a quiet one in dev. */
export function eventfulPreview(): Preview {
  return previewOf({ prod: eventfulChange() }, [
    finding('Cannot resolve ClusterTemplate "aws-9": no such template', {
      file: "clusters/lab.yaml",
      line: 7,
    }),
    finding("Cannot use workersNumber 0: the chart asks for 1 at least", {
      file: "clusters/edge.yaml",
      line: 18,
    }, "warning"),
  ]);
}
