/**
 * The files of a rendered unit.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  identityOf,
  makeFinding,
  type RenderedObject,
  type RenderedUnit,
  type TargetRegion,
  type UnitChart,
} from "../model/mod.ts";
import { emitYaml } from "../yaml/mod.ts";
import { blobId } from "./blob_id.ts";
import type { KeptFile } from "./kept_files.ts";
import { kustomizationFile } from "./kustomization_file.ts";
import { objectFileName } from "./path.ts";
import { TREE_RULES } from "./rules.ts";
import type { TreeFile } from "./types.ts";
import { type TreeUnitId, unitDirectories } from "./unit_directories.ts";
import { formatUnitRecord, recordPath } from "./unit_record.ts";

/** The files of a unit, and what kept them from being complete. */
export interface UnitFiles {
  readonly files: readonly TreeFile[];
  /** Objects that want the same path. */
  readonly findings: readonly Finding[];
}

/**
 * Lays out a rendered unit: one file per object, the `kustomization.yaml` of
 * what is applied, and the `unit.json` that records it all.
 *
 * @param unit The unit.
 * @param kept Files of the rendered branch that stay among the unit's own.
 * With them the record has no fingerprint: the files are not what the unit
 * renders to, so the next render may not reuse them unseen.
 * @returns The files, by paths from the tree's root, and findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { files } = unitFiles({
 *   kind: "rendered",
 *   id: { kind: "layer", layer: "namespaces" },
 *   fingerprint: "f0",
 *   applied: [{
 *     manifest: { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } },
 *     origin: { file: "a.yaml", document: 0, line: 1 },
 *   }],
 *   review: [],
 *   retained: [],
 *   findings: [],
 * });
 * assertEquals(files.map((file) => file.path), [
 *   "layers/namespaces/namespace_prod.yaml",
 *   "layers/namespaces/kustomization.yaml",
 *   "layers/namespaces/unit.json",
 * ]);
 * ```
 */
export function unitFiles(
  unit: RenderedUnit,
  kept: readonly KeptFile[] = [],
): UnitFiles {
  const { applied, review } = unitDirectories(unit.id);
  const placed = placeObjects(applied, unit.applied);
  const shown = placeObjects(review ?? applied, unit.review);
  const resources = [...placed.files, ...kept]
    .filter(({ path }) => path.startsWith(`${applied}/`))
    .map(({ path }) => path.slice(applied.length + 1));
  const files = [
    ...placed.files,
    ...shown.files,
    kustomizationFile(applied, resources, unit.patches),
  ];
  const record = recordFile(unit.id, {
    files,
    kept,
    ...(kept.length === 0 ? { fingerprint: unit.fingerprint } : {}),
    ...(unit.chart === undefined ? {} : { chart: unit.chart }),
    ...(unit.region === undefined ? {} : { region: unit.region }),
  });
  return {
    files: [...files, record],
    findings: [...placed.findings, ...shown.findings],
  };
}

/**
 * What remains of a unit whose definition is gone: nothing to apply, but the
 * directory stays, so that Flux prunes what it had applied from there. Flux
 * would orphan it all if the directory went together with its Kustomization.
 *
 * @param unit The unit.
 * @param region The Region that it was applied to.
 * @returns Its files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [kustomization] = retiredFiles({ kind: "cluster", namespace: "prod", name: "eu1" });
 * assertEquals(kustomization?.text.includes("resources: []"), true);
 * ```
 */
export function retiredFiles(
  unit: TreeUnitId,
  region?: TargetRegion,
): readonly TreeFile[] {
  const kustomization = kustomizationFile(unitDirectories(unit).applied, []);
  const record = recordFile(unit, {
    files: [kustomization],
    retired: true,
    ...(region === undefined ? {} : { region }),
  });
  return [kustomization, record];
}

/** What goes into a record. */
export interface RecordedFiles {
  readonly files: readonly TreeFile[];
  readonly kept?: readonly KeptFile[];
  readonly fingerprint?: string;
  readonly retired?: true;
  readonly applyLevel?: string;
  readonly acknowledged?: readonly string[];
  readonly chart?: UnitChart;
  readonly region?: TargetRegion;
}

/**
 * The `unit.json` of a unit.
 *
 * @param unit The unit.
 * @param recorded The files that it is to record.
 * @returns The file.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(recordFile({ kind: "root" }, { files: [] }).path, "flux/unit.json");
 * ```
 */
export function recordFile(
  unit: TreeUnitId,
  recorded: RecordedFiles,
): TreeFile {
  const { files, kept = [], ...others } = recorded;
  const ids = [
    ...files.map(({ path, text }) => [path, blobId(text)] as const),
    ...kept.map(({ path, recorded }) => [path, recorded] as const),
  ];
  const text = formatUnitRecord({
    unit,
    ...others,
    files: Object.fromEntries(ids),
  });
  return { path: recordPath(unit), text };
}

/**
 * One file per object of a directory.
 *
 * @param directory The directory, from the tree's root.
 * @param objects The objects.
 * @returns The files in order of their paths, and a finding for each object
 * whose path another one has already.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } };
 * const object = { manifest, origin: { file: "a.yaml", document: 0, line: 1 } };
 * assertEquals(placeObjects("flux", [object, object]).findings.length, 1);
 * ```
 */
export function placeObjects(
  directory: string,
  objects: readonly RenderedObject[],
): UnitFiles {
  const taken = new Map<string, RenderedObject>();
  const findings: Finding[] = [];
  for (const object of objects) {
    const path = `${directory}/${objectFileName(identityOf(object.manifest))}`;
    const other = taken.get(path);
    if (other === undefined) taken.set(path, object);
    else findings.push(collision(object, other));
  }
  const files = [...taken].sort(([a], [b]) => a < b ? -1 : 1).map((
    [path, { manifest, verbatim }],
  ) => ({ path, text: verbatim ?? emitYaml(manifest) }));
  return { files, findings };
}

function collision(object: RenderedObject, other: RenderedObject): Finding {
  const identity = identityOf(object.manifest);
  const [here, there] = [object.origin, other.origin];
  return makeFinding(
    TREE_RULES["tree/path-collision"],
    `Cannot write ${
      formatIdentity(identity)
    } of "${here.file}:${here.line}": "${there.file}:${there.line}" gives an object of the same path`,
    {
      object: identity,
      place: { origin: here },
      related: [{ place: { origin: there }, message: "The first one is here" }],
    },
  );
}
