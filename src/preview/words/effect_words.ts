/**
 * What people call effects, and how grave they are.
 *
 * @module
 */

import type { EffectKind } from "../../model/mod.ts";

/**
 * How much care an effect asks for.
 *
 * - `danger`: something that runs is lost, or the change is refused.
 * - `care`: something that runs is restarted, or is looked after differently.
 * - `calm`: nothing that runs is interrupted.
 */
export type Risk = "danger" | "care" | "calm";

/** How an effect is told. */
export interface EffectWords {
  /** A sign of its own for each effect, for those who skim. */
  readonly icon: string;
  /** What it is called, so that the sign is never alone. */
  readonly word: string;
  readonly risk: Risk;
  /** What comes of it, as a sentence without a period. */
  readonly meaning: string;
}

/** The words for each effect. */
export const EFFECT_WORDS: Readonly<Record<EffectKind, EffectWords>> = {
  "delete": {
    icon: "⛔",
    word: "DELETE",
    risk: "danger",
    meaning: "Something that runs is deleted",
  },
  "replace": {
    icon: "♻️",
    word: "REPLACE",
    risk: "danger",
    meaning: "Something is deleted and made anew, with all that runs in it",
  },
  "will-fail": {
    icon: "❌",
    word: "WILL FAIL",
    risk: "danger",
    meaning: "The cluster refuses a part of the change",
  },
  "control-plane-rollout": {
    icon: "🔄",
    word: "CONTROL-PLANE ROLLOUT",
    risk: "care",
    meaning: "Control-plane machines are replaced one by one",
  },
  "service-uninstall": {
    icon: "➖",
    word: "SERVICE UNINSTALL",
    risk: "danger",
    meaning: "A service is removed from running clusters",
  },
  "worker-rollout": {
    icon: "🔁",
    word: "WORKER ROLLOUT",
    risk: "care",
    meaning: "Worker machines are replaced one by one",
  },
  "membership": {
    icon: "👥",
    word: "MEMBERSHIP",
    risk: "care",
    meaning: "Shared services reach other clusters than before",
  },
  "reconciliation": {
    icon: "⚙️",
    word: "RECONCILIATION",
    risk: "care",
    meaning: "Controllers go about it differently from now on",
  },
  "service-upgrade": {
    icon: "⬆️",
    word: "SERVICE UPGRADE",
    risk: "care",
    meaning: "Services are upgraded in running clusters",
  },
  "service-install": {
    icon: "➕",
    word: "SERVICE INSTALL",
    risk: "calm",
    meaning: "Services are installed",
  },
  "create": {
    icon: "✨",
    word: "CREATE",
    risk: "calm",
    meaning: "New clusters are created",
  },
  "unknown": {
    icon: "❔",
    word: "UNKNOWN",
    risk: "care",
    meaning: "A part could not be rendered: nobody knows what becomes of it",
  },
  "in-place": {
    icon: "✏️",
    word: "IN PLACE",
    risk: "calm",
    meaning: "Objects are changed without a restart",
  },
  "no-effect": {
    icon: "▫️",
    word: "NO EFFECT",
    risk: "calm",
    meaning: "Nothing that runs takes notice",
  },
};
