/**
 * Signs for effects, drawn so that no font is needed.
 *
 * @module
 */

import { EFFECT_KINDS, type EffectKind } from "../../model/mod.ts";
import { type Markup, markup } from "./markup.ts";

const CIRCLE = "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4";

/** Strokes on a field of 16 by 16. */
const STROKES: Readonly<Record<EffectKind, string>> = {
  "delete": "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4",
  "replace":
    "M3 6.5A5 5 0 0 1 12 4.5M12 2v3H9M13 9.5A5 5 0 0 1 4 11.5M4 14v-3h3",
  "will-fail": "M4 4l8 8M12 4l-8 8",
  "control-plane-rollout":
    "M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9zM8 5.2v5.2M5.8 8.4L8 10.6l2.2-2.2",
  "service-uninstall": `${CIRCLE}M5 8h6`,
  "worker-rollout": "M2.5 2.5h11v11h-11zM8 5v6M5.8 8.9L8 11.1l2.2-2.2",
  "membership":
    "M6 7.5a2.3 2.3 0 1 0 0-4.6a2.3 2.3 0 0 0 0 4.6M1.8 13.5c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.5 3.2a2.2 2.2 0 0 1 0 4.2M12 9.8c1.3.5 2 1.9 2.2 3.7",
  "reconciliation":
    "M2 5h6M11 5h3M2 11h3M8 11h6M9.5 3.5a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3M6.5 9.5a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3",
  "service-upgrade": `${CIRCLE}M8 11V5.2M5.5 7.5L8 5l2.5 2.5`,
  "service-install": `${CIRCLE}M5 8h6M8 5v6`,
  "create": "M8 2.5v11M2.5 8h11",
  "unknown": "M5.5 5.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M8 12.9v.1",
  "in-place": "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z",
  "no-effect": "M4 8h8",
};

/**
 * All signs, to stand once on a page that uses them.
 *
 * @returns An image that nobody sees.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(String(iconSheet()).includes('id="icon-delete"'));
 * ```
 */
export function iconSheet(): Markup {
  const symbols = EFFECT_KINDS.map((kind) =>
    markup`<symbol id="icon-${kind}" viewBox="0 0 16 16"><path d="${
      STROKES[kind]
    }"/></symbol>`
  );
  return markup`<svg hidden aria-hidden="true">${symbols}</svg>`;
}

/**
 * The sign of an effect. A word has to stand beside it.
 *
 * @param kind The effect.
 * @returns The sign.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(String(icon("delete")).includes("#icon-delete"));
 * ```
 */
export function icon(kind: EffectKind): Markup {
  return markup`<svg class="icon" aria-hidden="true"><use href="#icon-${kind}"/></svg>`;
}
