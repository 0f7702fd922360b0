/**
 * A run for tests and examples.
 *
 * @module
 */

import type { Run } from "../go/function.ts";

/** A run without templates, in which work is not counted. */
export const FREE_RUN: Run = {
  include: () => "",
  tpl: () => "",
  lookup: () => ({}),
  step() {},
};
