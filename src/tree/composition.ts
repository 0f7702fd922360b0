/**
 * A tree while it is being composed.
 *
 * @module
 */

import {
  type Finding,
  hasErrors,
  makeFinding,
  type RenderedUnit,
  type TargetRegion,
  type UnitId,
  unitKey,
  type UnitResult,
} from "../model/mod.ts";
import { blobId } from "./blob_id.ts";
import { changedRegion } from "./changed_region.ts";
import { fluxFiles } from "./flux_directory.ts";
import { entriesOutside } from "./entries_outside.ts";
import { entriesOfOthers } from "./foreign.ts";
import {
  type FailedEntry,
  formatMetadata,
  hasSummary,
  METADATA_PATH,
} from "./hydrator_metadata.ts";
import { keptFiles } from "./kept_files.ts";
import { rootFiles } from "./root_files.ts";
import { TREE_RULES } from "./rules.ts";
import type { TreeInput, TreeReport, TreeUnit } from "./tree_input.ts";
import type { TreeEntry, TreeFile } from "./types.ts";
import { unitDirectories } from "./unit_directories.ts";
import { recordFile, retiredFiles, unitFiles } from "./unit_files.ts";

/** What a tree has so far, and what that means for the rest. */
export class Composition {
  readonly #input: TreeInput;
  readonly #written = new Map<string, string>();
  readonly #subtrees = new Set<string>();
  readonly #units = new Map<string, TreeUnit>();
  readonly #seen = new Set<string>();
  readonly #failed: FailedEntry[] = [];
  readonly #findings: Finding[];
  #summaryChanged = false;
  #isRefused = false;

  /**
   * @param input What the tree is composed of.
   */
  constructor(input: TreeInput) {
    this.#input = input;
    this.#findings = [...input.previous.findings];
  }

  /**
   * Adds a unit.
   *
   * @param result What became of it.
   */
  *addResult(result: UnitResult): Generator<TreeEntry> {
    const key = unitKey(result.id);
    this.#seen.add(key);
    this.#findings.push(...result.findings);
    if (result.kind === "rendered") yield* this.#addRendered(result);
    else if (result.kind === "failed") yield* this.#addFailed(result.id);
    else yield* this.#reuse(result.id);
  }

  /** Adds what stays of units that have no result any more. */
  *addMissingUnits(): Generator<TreeEntry> {
    const { previous, complete } = this.#input;
    for (const [key, { record }] of previous.units) {
      const { unit, retired } = record;
      if (unit.kind === "root" || this.#seen.has(key)) continue;
      if (retired || !complete) yield* this.#reuse(unit);
      else {
        this.#hold(unit, { retired: true, region: record.region });
        if (unit.kind === "cluster") this.#findings.push(newlyRetired(unit));
        yield* this.#write(retiredFiles(unit, record.region));
      }
    }
  }

  /**
   * Adds what stands above the units, once they are all known. Without one of
   * the Flux objects a unit would be lost to Flux, so such a tree is refused.
   */
  *addEntryPoint(): Generator<TreeEntry> {
    const { entryPoint, environment, applyLevel, provenance } = this.#input;
    const { acknowledged = [] } = this.#input;
    const directories = new Set(this.#units.keys());
    const flux = fluxFiles(entryPoint(this.#sortedUnits()), directories);
    this.#findings.push(...flux.findings);
    this.#isRefused = hasErrors(flux.findings);
    const repoURL = provenance?.commit.repoURL;
    const files = [
      ...flux.files,
      ...rootFiles({
        environment,
        ...(repoURL === undefined ? {} : { repoURL }),
      }),
    ];
    yield* this.#write([
      ...files,
      recordFile({ kind: "root" }, { files, applyLevel, acknowledged }),
    ]);
  }

  /** Adds the files that others put on the branch, once ours are all known. */
  *addOthers(): Generator<TreeEntry> {
    const { entries, findings } = entriesOfOthers(this.#input.previous, {
      written: this.#written,
      subtrees: this.#subtrees,
    });
    this.#findings.push(...findings);
    for (const { path, oid } of entries) this.#written.set(path, oid);
    yield* entries;
  }

  /** Adds the provenance, once it is known which units failed. */
  *addMetadata(): Generator<TreeEntry> {
    const { provenance, previous, environment, applyLevel, version } =
      this.#input;
    if (provenance === undefined) return;
    const failed = this.#failed;
    const summary = { environment, applyLevel, version, failed };
    this.#summaryChanged = !hasSummary(previous.metadata ?? "", summary);
    const text = formatMetadata(provenance, summary);
    yield { kind: "file", path: METADATA_PATH, text };
  }

  /**
   * Says what became of the tree.
   *
   * @returns The report.
   */
  report(): TreeReport {
    if (this.#isRefused) return { kind: "refused", findings: this.#findings };
    return {
      kind: "composed",
      changed: this.#summaryChanged || this.#filesChanged(),
      units: this.#sortedUnits(),
      failed: this.#failed,
      findings: this.#findings,
    };
  }

  *#addRendered(unit: RenderedUnit): Generator<TreeEntry> {
    const previous = this.#input.previous.units.get(unitKey(unit.id));
    const kept = previous === undefined
      ? []
      : keptFiles(unit, { previous, complete: this.#input.complete });
    const made = unitFiles(unit, kept);
    const findings = [
      ...made.findings,
      ...changedRegion(unit, previous?.record),
    ];
    this.#findings.push(...findings);
    if (hasErrors(findings)) {
      yield* this.#addFailed(unit.id);
      return;
    }
    this.#hold(unit.id, { retired: false, region: unit.region });
    yield* this.#write(made.files);
    for (const { path, oid, mode } of kept) {
      this.#written.set(path, oid);
      yield { kind: "graft", path, oid, mode };
    }
  }

  *#addFailed(id: UnitId): Generator<TreeEntry> {
    const { applied } = unitDirectories(id);
    const kept = this.#previousDirectory(applied) !== undefined;
    this.#failed.push({ id, kept });
    if (kept) yield* this.#reuse(id);
  }

  /** Takes a unit's directories over as they are, with all that is in them. */
  *#reuse(id: UnitId): Generator<TreeEntry> {
    const unit = this.#input.previous.units.get(unitKey(id));
    this.#hold(id, {
      retired: unit?.record.retired === true,
      region: unit?.record.region,
    });
    const { applied, review = applied } = unitDirectories(id);
    for (const path of new Set([applied, review])) {
      const oid = this.#previousDirectory(path);
      if (oid === undefined) continue;
      this.#subtrees.add(path);
      yield { kind: "graft", path, oid, mode: "040000" };
    }
  }

  #previousDirectory(path: string): string | undefined {
    const entry = this.#input.previous.entries.get(path);
    return entry?.mode === "040000" ? entry.oid : undefined;
  }

  *#write(files: readonly TreeFile[]): Generator<TreeEntry> {
    for (const { path, text } of files) {
      this.#written.set(path, blobId(text));
      yield { kind: "file", path, text };
    }
  }

  /** Whether any file came, went, or has other bytes than on the branch. */
  #filesChanged(): boolean {
    let others = 0;
    const { previous } = this.#input;
    for (const { path, oid } of entriesOutside(previous, this.#subtrees)) {
      if (path === METADATA_PATH) continue;
      if (this.#written.get(path) !== oid) return true;
      others++;
    }
    return others !== this.#written.size;
  }

  #hold(id: UnitId, state: UnitState): void {
    const directory = unitDirectories(id).applied;
    const { retired, region } = state;
    this.#units.set(directory, {
      id,
      directory,
      retired,
      ...(region === undefined ? {} : { region }),
    });
  }

  #sortedUnits(): readonly TreeUnit[] {
    return [...this.#units].sort(([a], [b]) => a < b ? -1 : 1)
      .map(([, unit]) => unit);
  }
}

/** What becomes of a unit's directory. */
interface UnitState {
  readonly retired: boolean;
  readonly region: TargetRegion | undefined;
}

function newlyRetired(id: UnitId): Finding {
  return makeFinding(
    TREE_RULES["tree/retired-cluster"],
    `Found no definition of ${unitKey(id)} any more: Flux will delete it`,
  );
}
