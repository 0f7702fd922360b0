/**
 * A dry source that has been read.
 *
 * @module
 */

import type { Definition, Finding, Place, Position } from "../model/mod.ts";
import type { ChartFile } from "../templates/mod.ts";
import type { RenderConfig } from "./render_config.ts";

/** The definitions, templates and configuration of a dry source. */
export interface DrySource {
  /**
   * The configuration; left out where `k0render.yaml` has errors. Nothing may
   * be rendered then: defaults could apply other objects, or go to another
   * branch, than the owner of the repository asked for.
   */
  readonly config?: RenderConfig;
  /** All Kubernetes objects, by file and by place in it. */
  readonly definitions: readonly Definition[];
  /** The files under `templates/`: path below it → text. */
  readonly templates: ReadonlyMap<string, string>;
  /** The vendored Helm charts: directory → files by their paths within it. */
  readonly charts: ReadonlyMap<string, readonly ChartFile[]>;
  /** Files of these charts that could not be read: directory → paths. */
  readonly unreadable: ReadonlyMap<string, readonly string[]>;
  /**
   * Whether every document could be read. Where not, an unknown set of objects
   * is hidden, and nothing may be removed from a rendered branch.
   */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  /**
   * Finds the line and column of a place in this source.
   *
   * @param place The place, as findings have it.
   * @returns The position; the nearest one known where the field is absent.
   */
  locate(place: Place): Position;
}
