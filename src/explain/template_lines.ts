/**
 * The lines of templates that write what comes from no input.
 *
 * @module
 */

import type { FieldPath, Value } from "../model/mod.ts";
import type { TemplatePackage } from "../templates/mod.ts";
import { type Effects, effectsOf } from "./effects.ts";
import type { Outcome, Trial } from "./trial.ts";
import { MARK } from "./variants.ts";

/** A line of a template. */
export interface TemplateLine {
  readonly file: string;
  readonly line: number;
}

/** Finds the lines that write values. */
export interface TemplateLines {
  /**
   * The line that writes a value: the value changes with it.
   *
   * @param object The key of the object.
   * @param path The value's place in it.
   * @param value The value.
   * @returns The line; `undefined` where none could be made out.
   */
  find(
    object: string,
    path: FieldPath,
    value: Value,
  ): TemplateLine | undefined;
}

/** How many lines are tried for one value. */
const MAX_TRIES = 24;

/** Names that a changed line gives are new names. */
const AS_IT_IS = { before: 0, after: 1 };

/** Files of packages that write objects. */
const TEMPLATE = /\.(ya?ml|tpl|hbs|txt)$/;
/** Files of packages that look alike and do not. */
const NO_TEMPLATE = /(^|\/)(values|Chart|package)\.yaml$|\/crds\//;

/**
 * Prepares to find lines of templates, by changing one line at a time.
 *
 * @param trial Renders the cluster.
 * @param base What is rendered when nothing is changed.
 * @returns What finds lines; it remembers what lines write.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { trialOf } from "./trial.ts";
 * const trial = trialOf(demoScope(), "prod/eu1");
 * const lines = templateLines(trial, known(trial.render({})));
 * const key = "cluster.x-k8s.io/Cluster/prod/eu1";
 * const path = ["spec", "controlPlaneRef", "kind"];
 * const found = lines.find(key, path, "K0smotronControlPlane");
 * assertEquals(found?.file, "templates/cluster/docker-hosted-cp/manifests/cluster.yaml.hbs");
 * ```
 */
export function templateLines(trial: Trial, base: Outcome): TemplateLines {
  const expander = base.cluster.inputs.package;
  const known = new Map<string, Effects | undefined>();
  const texts = [...expander?.texts() ?? []].filter(([file]) =>
    TEMPLATE.test(file) && !NO_TEMPLATE.test(file)
  ).map(([file, text]) => ({ file, lines: text.split("\n") }));
  return { find };

  function find(
    object: string,
    path: FieldPath,
    value: Value,
  ): TemplateLine | undefined {
    if (expander === undefined) return undefined;
    const head = path.length === 1
      ? headLine(path[0], value, object)
      : undefined;
    if (head !== undefined) return head;
    const key = path.findLast((step) => typeof step === "string") ?? "";
    return candidates({ key: String(key), value, kind: kindOf(object) })
      .slice(0, MAX_TRIES)
      .find((candidate) => {
        const effects = effectsOfLine(expander, candidate);
        return effects?.gone.includes(object) ||
          effects?.fields.some((field) =>
            field.object === object &&
            JSON.stringify(field.path) === JSON.stringify(path)
          );
      });
  }

  /** Without its type an object is none: such a line cannot be tried. */
  function headLine(
    key: FieldPath[number] | undefined,
    value: Value,
    object: string,
  ): TemplateLine | undefined {
    const kind = `kind: ${kindOf(object)}`;
    const found = texts.filter(({ lines }) => lines.includes(kind))
      .flatMap(({ file, lines }) =>
        lines.flatMap((line, index) =>
          line === `${key}: ${value}` ? [{ file, line: index + 1 }] : []
        )
      );
    return found.length === 1 ? found[0] : undefined;
  }

  function candidates(
    wanted: { key: string; value: Value; kind: string },
  ): Candidate[] {
    return texts.flatMap(({ file, lines }) => {
      const hasKind = lines.some((line) => line.includes(wanted.kind));
      return lines.flatMap((line, index) =>
        candidatesIn(line, wanted).map((candidate) => ({
          ...candidate,
          file,
          line: index + 1,
          rank: candidate.rank + (hasKind ? 0 : 0.5),
        }))
      );
    }).sort((a, b) => a.rank - b.rank);
  }

  function effectsOfLine(
    expander: TemplatePackage,
    { file, line, text }: Candidate,
  ): Effects | undefined {
    const id = `${file}:${line}:${text}`;
    if (!known.has(id)) {
      const lines = texts.find((each) => each.file === file)?.lines ?? [];
      const changed = lines.with(line - 1, text).join("\n");
      const other = expander.withText(file, changed);
      const outcome = other && trial.render({ expander: other });
      known.set(id, outcome && effectsOf(base, outcome, AS_IT_IS));
    }
    return known.get(id);
  }
}

/** A line that may write a value, and what to put in its place. */
interface Candidate extends TemplateLine {
  readonly text: string;
  /** The lower, the likelier. */
  readonly rank: number;
}

function candidatesIn(
  line: string,
  { key, value }: { key: string; value: Value },
): Pick<Candidate, "text" | "rank">[] {
  const hasKey = line.includes(`${key}:`) || line.includes(`${key}":`);
  const written = typeof value === "object" ? "" : String(value);
  const found: Pick<Candidate, "text" | "rank">[] = [];
  const at = written === "" ? -1 : line.lastIndexOf(written);
  if (at >= 0) {
    const text = line.slice(0, at) + changed(value, written) +
      line.slice(at + written.length);
    found.push({ text, rank: hasKey ? 0 : isTelling(written) ? 1 : 4 });
  }
  if (hasKey) {
    const text = line.replace(key, `${key}${MARK}`);
    found.push({ text, rank: 2 });
  }
  return found;
}

/** Short words stand in many lines that have nothing to do with each other. */
function isTelling(written: string): boolean {
  return written.length > 4 && !/^\d+$/.test(written);
}

function changed(value: Value, written: string): string {
  if (typeof value === "boolean") return String(!value);
  return typeof value === "string"
    ? `${written}${MARK}`
    : String(Number(written) + 1);
}

function kindOf(object: string): string {
  return object.split("/")[1] ?? "";
}
