/**
 * Shapes: templates of one object each, whose envelope a team may decide.
 *
 * @module
 */

import type { Finding, Manifest, ValueMap } from "../model/mod.ts";
import { digestFiles } from "./digest.ts";
import {
  collectFindings,
  type Compiled,
  makeCompiler,
  parseTemplate,
} from "./handlebars/mod.ts";
import type { TemplateProblem } from "./problem.ts";
import { renderObjects } from "./render_objects.ts";

/** The shapes there are, by their paths without `.yaml.hbs`. */
export const SHAPE_NAMES = [
  "flux/gitrepository",
  "flux/helmchart",
  "flux/helmrelease",
  "flux/helmrepository",
  "flux/kustomization",
  "flux/receiver",
  "sveltos/clusterprofile",
  "sveltos/profile",
] as const;

/** The name of a shape. */
export type ShapeName = typeof SHAPE_NAMES[number];

/** A shape. */
export interface Shape {
  readonly name: ShapeName;
  /** The template's path. */
  readonly path: string;
  /** The SHA-256 of the template, in hex. */
  readonly digest: string;
  /** Left out where the template has errors. */
  readonly compiled?: Compiled;
}

/** A shape and what is wrong with it. */
export interface LoadedShape {
  readonly shape: Shape;
  readonly findings: readonly Finding[];
}

/**
 * Loads a shape.
 *
 * @param name Its name.
 * @param source The template's path and text.
 * @returns The shape, and what is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "apiVersion: v1\nkind: A\nmetadata:\n  name: {{name}}\n";
 * const { shape } = loadShape("flux/receiver", { path: "a.hbs", text });
 * assertEquals(shape.name, "flux/receiver");
 * ```
 */
export function loadShape(
  name: ShapeName,
  source: { readonly path: string; readonly text: string },
): LoadedShape {
  const { report, findings } = collectFindings();
  const template = parseTemplate(source, report);
  const compiled = template && makeCompiler(new Map(), report)(template);
  const usable = compiled !== undefined && findings.length === 0;
  const { path, text } = source;
  const digest = digestFiles(new Map([[path, text]]));
  const shape = { name, path, digest, ...(usable ? { compiled } : {}) };
  return { shape, findings };
}

/**
 * Fills a shape.
 *
 * @param shape The shape.
 * @param data What its paths are read from.
 * @returns The object, or what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "apiVersion: v1\nkind: A\nmetadata:\n  name: {{name}}\n";
 * const { shape } = loadShape("flux/receiver", { path: "a.hbs", text });
 * assertEquals(renderShape(shape, { name: "a" }).object?.kind, "A");
 * ```
 */
export function renderShape(
  shape: Shape,
  data: ValueMap,
): { object?: Manifest; problems: readonly TemplateProblem[] } {
  const { path, compiled } = shape;
  if (compiled === undefined) return refuse(path, "it has errors");
  const { objects, problems } = renderObjects({ path, compiled }, data);
  if (problems.length > 0) return { problems };
  const [object] = objects;
  return object === undefined || objects.length > 1
    ? refuse(path, `it writes ${objects.length} objects instead of one`)
    : { object, problems };
}

function refuse(
  template: string,
  reason: string,
): { problems: TemplateProblem[] } {
  const message = `Cannot use the shape: ${reason}`;
  return { problems: [{ template, line: 1, column: 1, message }] };
}
