/**
 * The files below a `templates/` directory, by what they are for.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";
import { collectFindings } from "./handlebars/mod.ts";
import type { PackageOrigin } from "./package.ts";
import { TEMPLATE_RULES } from "./rules.ts";
import { SHAPE_NAMES, type ShapeName } from "./shape.ts";

/** The files below a `templates/` directory. */
export interface TemplateSet {
  readonly origin: PackageOrigin;
  /** The files of each package: path within it → text. */
  readonly packages: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Partials for all packages: path → text. */
  readonly shared: ReadonlyMap<string, string>;
  readonly shapes: ReadonlyMap<ShapeName, string>;
  readonly findings: readonly Finding[];
  /**
   * Where a package lies.
   *
   * @param chart The package's name.
   * @returns Its directory in the tree.
   */
  directoryOf(chart: string): string;
}

/** The directories below `templates/` that hold no package of that name. */
const RESERVED = new Set(["flux", "sveltos", "preview"]);

/**
 * Sorts the files below a `templates/` directory. Built-in packages lie in
 * `cluster/`; in a dry source they may, or directly in `templates/`.
 *
 * @param files The files: path below `templates/` → text.
 * @param origin Whose they are.
 * @returns The files by what they are for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const files = new Map([["cluster/aws/values.yaml", ""], ["flux/receiver.yaml.hbs", ""]]);
 * const { packages, shapes } = sortFiles(files, "built-in");
 * assertEquals([[...packages.keys()], [...shapes.keys()]], [["aws"], ["flux/receiver"]]);
 * ```
 */
export function sortFiles(
  files: ReadonlyMap<string, string>,
  origin: PackageOrigin,
): TemplateSet {
  const packages = new Map<string, Map<string, string>>();
  const directories = new Map<string, string>();
  const shared = new Map<string, string>();
  const shapes = new Map<ShapeName, string>();
  const { report, findings } = collectFindings();
  for (const path of [...files.keys()].sort()) {
    const text = files.get(path) as string;
    const [top = "", ...below] = path.replace(/^cluster\//, "").split("/");
    const file = below.join("/");
    if (RESERVED.has(top)) {
      const shape = SHAPE_NAMES.find((name) => path === `${name}.yaml.hbs`);
      if (shape !== undefined) shapes.set(shape, text);
      else if (path.endsWith(".hbs") && top !== "preview") reportUnknown(path);
    } else if (top === "shared") {
      shared.set(`templates/${path}`, text);
    } else if (file !== "") {
      const known = packages.get(top) ?? new Map<string, string>();
      packages.set(top, known.set(file, text));
      directories.set(top, `templates/${path.slice(0, -file.length - 1)}`);
    }
  }
  function reportUnknown(path: string): void {
    const template = `templates/${path}`;
    const message = `Cannot use "${template}": the shapes are ${
      SHAPE_NAMES.join(", ")
    }`;
    report(TEMPLATE_RULES["templates/package"], {
      template,
      line: 1,
      column: 1,
    }, message);
  }
  return {
    origin,
    packages,
    shared,
    shapes,
    findings,
    directoryOf: (chart) => directories.get(chart) ?? `templates/${chart}`,
  };
}
