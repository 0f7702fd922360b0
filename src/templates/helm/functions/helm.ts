/**
 * Functions that run templates, or ask the cluster.
 *
 * @module
 */

import { fn, type Functions } from "./define.ts";

/** Functions that run templates, or ask the cluster. */
export const HELM: Functions = {
  include: fn(
    ["string", "any"],
    ([name, data], run) => run.include(name, data),
  ),
  tpl: fn(["string", "any"], ([text, data], run) => run.tpl(text, data)),
  lookup: fn(
    ["string", "string", "string", "string"],
    (_, run) => run.lookup(),
  ),
};
