/**
 * The documents that are generated from the code.
 *
 * @module
 */

import { cliDocument } from "./cli.ts";
import { effectsDocument } from "./effects.ts";
import { findingsDocument } from "./findings.ts";
import { kcmErrorsDocument } from "./kcm_errors.ts";
import { kindsDocument } from "./kinds/document.ts";
import { renderConfigDocument } from "./render_config.ts";

/** What writes each document, by its path below the project's root. */
export const DOCUMENTS: ReadonlyMap<string, () => string> = new Map([
  ["docs/reference/cli.md", cliDocument],
  ["docs/reference/effects.md", effectsDocument],
  ["docs/reference/findings.md", findingsDocument],
  ["docs/reference/kcm-errors.md", kcmErrorsDocument],
  ["docs/reference/kinds.md", kindsDocument],
  ["docs/reference/render-config.md", renderConfigDocument],
]);
