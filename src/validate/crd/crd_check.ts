/**
 * Definitions and rendered objects, held against CRDs.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  formatIdentity,
  formatPath,
  type Identity,
  identityKey,
  identityOf,
  makeFinding,
  type Manifest,
  type Origin,
  type Place,
  type RenderedObject,
} from "../../model/mod.ts";
import { admitted } from "./admission.ts";
import type { CrdCatalogue } from "./catalogue.ts";
import type { Problem, UncheckedRule } from "./problem.ts";
import { CRD_RULES } from "./rules.ts";

/** Nobody reads on. */
const MOST_PROBLEMS = 100;

/** An object, and whom to tell of it. */
interface Subject {
  readonly manifest: Manifest;
  readonly origin: Origin;
  /** The definition that the object was rendered from. */
  readonly from?: Identity;
}

/**
 * Holds objects against CRDs. What concerns a kind as a whole is said once.
 */
export class CrdCheck {
  readonly #catalogue: CrdCatalogue;
  readonly #said = new Set<string>();

  /**
   * @param catalogue The CRDs.
   */
  constructor(catalogue: CrdCatalogue) {
    this.#catalogue = catalogue;
  }

  /**
   * Checks a definition. Encrypted ones pass, nobody can read them.
   *
   * @param definition The definition.
   * @returns What is wrong with it, at its fields.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * import { CrdCatalogue } from "./catalogue.ts";
   * const check = new CrdCheck(new CrdCatalogue([]));
   * const definition = {
   *   manifest: { apiVersion: "a.b/v1", kind: "A", metadata: { name: "a" } },
   *   origin: { file: "a.yaml", document: 0, line: 1 },
   * };
   * assertEquals(check.definition(definition)[0]?.rule.id, "crd/no-schema");
   * assertEquals(check.definition(definition), []);
   * ```
   */
  definition({ manifest, origin, verbatim }: Definition): Finding[] {
    return verbatim === undefined ? this.#check({ manifest, origin }) : [];
  }

  /**
   * Checks a rendered object.
   *
   * @param object The object.
   * @param from The definition that it was rendered from, if that is known.
   * @returns What is wrong with it, at the definition.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * import { CrdCatalogue } from "./catalogue.ts";
   * const check = new CrdCheck(new CrdCatalogue([]));
   * const rendered = {
   *   manifest: { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } },
   *   origin: { file: "a.yaml", document: 0, line: 1 },
   * };
   * assertEquals(check.rendered(rendered), []);
   * ```
   */
  rendered(object: RenderedObject, from?: Identity): Finding[] {
    const { manifest, origin, verbatim } = object;
    if (verbatim !== undefined) return [];
    return this.#check({ manifest, origin, ...(from && { from }) });
  }

  /**
   * Checks what a change does to a definition. What is wrong with it as such is
   * told by {@linkcode CrdCheck.definition}.
   *
   * @param before The definition before the change.
   * @param after The definition after it.
   * @returns The rules of the CRD that the change breaks, at its fields.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * import { CrdCatalogue } from "./catalogue.ts";
   * const check = new CrdCheck(new CrdCatalogue([]));
   * const definition = {
   *   manifest: { apiVersion: "a.b/v1", kind: "A", metadata: { name: "a" } },
   *   origin: { file: "a.yaml", document: 0, line: 1 },
   * };
   * assertEquals(check.change(definition, definition), []);
   * ```
   */
  change(before: Definition, after: Definition): Finding[] {
    const lookup = this.#catalogue.schemaOf(after.manifest);
    if (lookup.kind !== "compiled") return [];
    if (before.verbatim !== undefined || after.verbatim !== undefined) {
      return [];
    }
    const { problems, unchecked } = lookup.checkChange(
      admitted(before.manifest),
      admitted(after.manifest),
    );
    return [
      ...problems.map((problem) => problemFinding(after, problem)),
      ...unchecked.flatMap((rule) => this.#uncheckedRule(after, rule)),
    ];
  }

  #check(subject: Subject): Finding[] {
    const { manifest } = subject;
    const { apiVersion, kind } = manifest;
    const lookup = this.#catalogue.schemaOf(manifest);
    switch (lookup.kind) {
      case "built-in":
        return [];
      case "no-crd":
        return this.#once(subject, "crd/no-schema", {
          what: `${apiVersion}/${kind}`,
          message:
            `Cannot check objects of kind "${kind}" of "${apiVersion}": no CRD is given for it`,
        });
      case "broken":
        return this.#once(subject, "crd/unreadable-schema", {
          what: `${apiVersion}/${kind}`,
          message:
            `Cannot check objects of kind "${kind}" of "${apiVersion}": ${lookup.reason}`,
        });
      case "unserved":
        return [problemFinding(subject, {
          rule: "crd/unserved-version",
          path: ["apiVersion"],
          detail: `the CRD serves ${lookup.served.join(", ") || "no version"}`,
        })];
    }
    const { problems, unchecked } = lookup.check(admitted(manifest));
    return [
      ...problems.slice(0, MOST_PROBLEMS)
        .map((problem) => problemFinding(subject, problem)),
      ...unchecked.flatMap((rule) => this.#uncheckedRule(subject, rule)),
    ];
  }

  #uncheckedRule(
    subject: Subject,
    { rule, reason }: UncheckedRule,
  ): Finding[] {
    const { kind } = subject.manifest;
    return this.#once(subject, "crd/unchecked-rule", {
      what: `${kind} ${rule}`,
      message:
        `Cannot evaluate the rule "${rule}" of kind "${kind}": ${reason}`,
    });
  }

  #once(
    { manifest, origin }: Subject,
    rule: keyof typeof CRD_RULES,
    { what, message }: { readonly what: string; readonly message: string },
  ): Finding[] {
    const key = `${rule} ${what}`;
    if (this.#said.has(key)) return [];
    this.#said.add(key);
    return [makeFinding(CRD_RULES[rule], message, {
      object: identityOf(manifest),
      place: { origin, field: ["kind"] },
    })];
  }
}

/**
 * What tells the place of a finding from others.
 *
 * @param finding The finding.
 * @returns The document and the field.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const place = { origin: { file: "a.yaml", document: 0, line: 1 }, field: ["spec"] };
 * assertEquals(placeKey(place), placeKey({ ...place, key: true }));
 * ```
 */
export function placeKey({ origin, field }: Place): string {
  return JSON.stringify([origin.file, origin.document, origin.item, field]);
}

function problemFinding(
  { manifest, origin, from }: Subject,
  { rule, path, key, detail, remedy }: Problem,
): Finding {
  const object = identityOf(manifest);
  const what = path.length === 0 ? "" : `"${formatPath(path)}" of `;
  const source = from === undefined || identityKey(from) === identityKey(object)
    ? ""
    : `, which ${formatIdentity(from)} is rendered to`;
  const place = from === undefined
    ? { origin, field: path, ...(key && { key }) }
    : { origin, field: [] };
  return makeFinding(
    CRD_RULES[rule],
    `Cannot accept ${what}${formatIdentity(object)}${source}: ${detail}`,
    { object, place, ...(remedy !== undefined && { remedy }) },
  );
}
