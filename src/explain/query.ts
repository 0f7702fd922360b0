/**
 * What is asked about an object, in the words of the command line.
 *
 * @module
 */

/** A question about an object. */
export type Query =
  | { readonly kind: "all" }
  /** A field of the object as it is declared. */
  | { readonly kind: "field"; readonly field: string }
  /** A value that is given to the chart. */
  | { readonly kind: "value"; readonly field: string }
  /** An object that it is rendered to. */
  | {
    readonly kind: "rendered";
    /** The kind of the object. */
    readonly of: string;
    /** Its name; left out, all of that kind. */
    readonly name?: string;
    /** The field; left out, all. */
    readonly field?: string;
  }
  | { readonly kind: "service"; readonly name?: string };

const SERVICE = /^services?$/;
const RENDERED = /^([A-Z][A-Za-z0-9]*)(?:\/([^:]+))?(?::(.+))?$/;

/**
 * Reads a question.
 *
 * @param words What is asked, in one word or two.
 * @returns The question.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readQuery(["Cluster/eu1:spec.paused"]), {
 *   kind: "rendered",
 *   of: "Cluster",
 *   name: "eu1",
 *   field: "spec.paused",
 * });
 * assertEquals(readQuery(["service", "dns"]), { kind: "service", name: "dns" });
 * ```
 */
export function readQuery([first = "", second]: readonly string[]): Query {
  if (first === "") return { kind: "all" };
  const [word = "", inline] = first.split(":");
  if (SERVICE.test(word)) {
    const name = second ?? inline;
    return name === undefined ? { kind: "service" } : { kind: "service", name };
  }
  const [, of, name, field = second] = RENDERED.exec(first) ?? [];
  if (of !== undefined) {
    return {
      kind: "rendered",
      of,
      ...(name === undefined ? {} : { name }),
      ...(field === undefined ? {} : { field }),
    };
  }
  // A field has no field: with a word too many it is none that exists.
  const asked = second === undefined ? first : `${first} ${second}`;
  return first === "values" || /^values[.[]/.test(first)
    ? { kind: "value", field: asked.replace(/^values\.?/, "") }
    : { kind: "field", field: asked };
}
