/**
 * Guards, unknown units and findings on a page.
 *
 * @module
 */

import type { GuardOutcome, UnknownUnit } from "../../diff/comparison.ts";
import type { PreviewFinding } from "../preview.ts";
import { countOf } from "../words/counts.ts";
import { unitTitle } from "../words/units.ts";
import { type Markup, markup } from "./markup.ts";
import { icon } from "./icons.ts";

const STATES: Readonly<Record<GuardOutcome["state"], string>> = {
  tripped: "Tripped",
  acknowledged: "Acknowledged",
  kept: "Kept",
};

const SEVERITIES = {
  error: { word: "Error", risk: "danger" },
  warning: { word: "Warning", risk: "care" },
  notice: { word: "Notice", risk: "calm" },
} as const;

/**
 * Writes what the guards say.
 *
 * @param guards The guards.
 * @returns A list, tripped ones first; nothing where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(guardList([])), "");
 * ```
 */
export function guardList(guards: readonly GuardOutcome[]): Markup {
  if (guards.length === 0) return markup``;
  const order = ["tripped", "acknowledged", "kept"] as const;
  const sorted = order.flatMap((state) =>
    guards.filter((guard) => guard.state === state)
  );
  return markup`<h3>Guards</h3>
<ul class="notes">${sorted.map(guardItem)}</ul>`;
}

function guardItem(outcome: GuardOutcome): Markup {
  const { guard, limit, state, effects } = outcome;
  const against = effects.length === 0
    ? ""
    : `, ${countOf(effects.length, "effect")} against it`;
  const risk = state === "tripped" ? "danger" : "calm";
  return markup`<li class="${risk}"><p><b>${
    STATES[state]
  }</b>: <code>${guard}</code> allows ${limit}${against}.</p>${
    state === "tripped" ? howToAccept(outcome) : ""
  }</li>`;
}

function howToAccept({ acknowledgements }: GuardOutcome): Markup {
  if (acknowledgements.length === 0) return markup``;
  const lines = [
    "k0render.dev/acknowledge: >-",
    ...acknowledgements.map((entry) => `  ${entry}`),
  ];
  return markup`<p>To accept it, annotate <code>k0render.yaml</code>, or a definition that stays:</p>
<pre>${lines.map((line) => markup`<span>${line}\n</span>`)}</pre>`;
}

/**
 * Writes what could not be rendered.
 *
 * @param unknown The units, and on which side.
 * @returns A list; nothing where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(unknownList([])), "");
 * ```
 */
export function unknownList(unknown: readonly UnknownUnit[]): Markup {
  if (unknown.length === 0) return markup``;
  return markup`<h3>Unknown</h3>
<p>Nobody knows what becomes of these, and none counts as deleted.</p>
<ul class="notes">${unknown.map(unknownItem)}</ul>`;
}

function unknownItem({ unit, side, findings }: UnknownUnit): Markup {
  return markup`<li class="care" data-find data-kinds="unknown"><p>${
    icon("unknown")
  }<code>${unitTitle(unit)}</code> could not be rendered ${
    side === "before" ? "before the change" : "with the change"
  }.</p>${findings.map(({ message }) => markup`<p>${message}</p>`)}</li>`;
}

/**
 * Writes what is wrong with the head and was not with the base.
 *
 * @param findings The findings.
 * @returns A list, errors first; nothing where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(findingList([])), "");
 * ```
 */
export function findingList(findings: readonly PreviewFinding[]): Markup {
  if (findings.length === 0) return markup``;
  const order = ["error", "warning", "notice"] as const;
  const sorted = order.flatMap((severity) =>
    findings.filter(({ finding }) => finding.severity === severity)
  );
  return markup`<section aria-labelledby="findings">
<h2 id="findings">New findings <small>${findings.length}</small></h2>
<ul class="notes">${sorted.map(findingItem)}</ul>
</section>`;
}

function findingItem({ finding, location }: PreviewFinding): Markup {
  const { severity, message, remedy, rule } = finding;
  const { word, risk } = SEVERITIES[severity];
  const place = location === undefined
    ? ""
    : markup` <code>${location.file}:${location.line}:${location.column}</code>`;
  return markup`<li class="${risk}" data-find><p><b>${word}</b>${place} ${message}</p>
<p class="remedy">${remedy} <code>${rule.id}</code></p></li>`;
}
