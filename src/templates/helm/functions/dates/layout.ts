/**
 * Go's layouts: a date and time written as the reference time
 * `Mon Jan 2 15:04:05 MST 2006` would be.
 *
 * @module
 */

/** A part of a layout. */
export interface LayoutPart {
  /** The text in front of the element. */
  readonly literal: string;
  /** An element of the reference time; `""` at the layout's end. */
  readonly element: string;
  /** What follows in the layout. */
  readonly rest: string;
}

const ELEMENT = new RegExp(
  [
    "January",
    "Jan(?![a-z])",
    "Monday",
    "Mon(?![a-z])",
    "MST",
    "002",
    "0[1-6]",
    "15",
    "1",
    "2006",
    "2",
    "_2(?!006)",
    "__2",
    "[345]",
    "PM",
    "pm",
    "[-Z]07:00:00",
    "[-Z]070000",
    "[-Z]0700",
    "[-Z]07:00",
    "[-Z]07",
    "[.,](?:0+|9+)(?!\\d)",
  ].join("|"),
);

/**
 * Takes the first element from a layout.
 *
 * @param layout The layout.
 * @returns The element, and what stands around it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(nextPart("at 15:04"), { literal: "at ", element: "15", rest: ":04" });
 * ```
 */
export function nextPart(layout: string): LayoutPart {
  const match = ELEMENT.exec(layout);
  if (match === null) return { literal: layout, element: "", rest: "" };
  const { 0: element, index } = match;
  return {
    literal: layout.slice(0, index),
    element,
    rest: layout.slice(index + element.length),
  };
}
