/**
 * The page with everything there is to say about a proposed change.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import {
  comparisonsOf,
  type EnvironmentPreview,
  type Preview,
} from "../preview.ts";
import { shortCommit } from "../words/commits.ts";
import { EFFECT_WORDS } from "../words/effect_words.ts";
import { summarise, summariseAll } from "../words/summary.ts";
import { effectKinds, verdictOf } from "../words/verdict.ts";
import { causeList } from "./causes.ts";
import { effectList } from "./effects.ts";
import { findingList, guardList, unknownList } from "./notes.ts";
import { fleetBar } from "./fleet_bar.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { icon } from "./icons.ts";
import { type BuiltInFiles, writePage } from "./page.ts";
import { Room } from "./room.ts";
import { unitList } from "./units.ts";

const MARK = trusted(
  '<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4h6v16H4zM12 4h8l-6 8 6 8h-8z"/></svg>',
);

/**
 * Writes the page: one file that needs no other, no network, and no script to
 * be read.
 *
 * @param preview What there is to say.
 * @param files The built-in files: path below `templates/` → text.
 * @returns HTML.
 * @throws {Error} If a built-in file is missing.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const files = new Map([["preview/report.css", ""], ["preview/report.js", ""]]);
 * const preview = { version: "1", base: "ab", head: "cd", environments: [], findings: [], links: {} };
 * assert(renderReport(preview, files).includes("Nothing changes"));
 * ```
 */
export function renderReport(preview: Preview, files: BuiltInFiles): string {
  return writePage({
    title: `${summariseAll(preview)} · k0render preview`,
    skipTo: { id: "effects", label: "Skip to the effects" },
    files,
    body: markup`${header(preview)}
<main>
${verdict(preview)}
${toolbar(preview)}
<div id="effects" tabindex="-1">
${environmentSections(preview)}
</div>
${findingList(preview.findings)}
</main>
<footer>Written by k0render ${preview.version}. What could be a secret is masked.</footer>`,
  });
}

function header({ base, head, environments }: Preview): Markup {
  return markup`<header class="top">
<p class="brand">${MARK}k0render <span>preview</span></p>
<p class="commits"><code>${shortCommit(base)}</code> → <code>${
    shortCommit(head)
  }</code></p>
<nav aria-label="Elsewhere">${environments.map(environmentLinks)}</nav>
</header>`;
}

function environmentLinks({ branch, links }: EnvironmentPreview): Markup {
  const compare = links.compare === undefined
    ? ""
    : webLink(links.compare, `Rendered changes of ${branch ?? "the tree"}`);
  const preview = links.branch === undefined
    ? ""
    : webLink(links.branch, "Preview branch");
  return markup`${compare} ${preview}`;
}

function verdict(preview: Preview): Markup {
  const comparisons = comparisonsOf(preview);
  const { level, word, reasons } = verdictOf(preview);
  return markup`<section class="verdict ${level}" aria-labelledby="summary">
<h1 id="summary">${summariseAll(preview)}</h1>
<p><strong>${word}.</strong> ${reasons.join(". ")}.</p>
${preview.problem === undefined ? "" : markup`<p>${preview.problem}</p>`}
${comparisons.length === 1 ? comparisons.map(fleetBar) : ""}
</section>`;
}

function toolbar(preview: Preview): Markup {
  const choices = effectKinds(preview).map((kind) => {
    const { risk, word } = EFFECT_WORDS[kind];
    return markup`<label class="choice ${risk}"><input type="checkbox" name="kind" value="${kind}">${
      icon(kind)
    }<span>${word}</span></label>`;
  });
  return markup`<form class="tools" id="tools" role="search" hidden>
<div class="search"><label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="cluster, object, field, file" aria-describedby="count"><kbd aria-hidden="true">/</kbd></div>
<fieldset><legend>Only these effects</legend>${choices}</fieldset>
<div class="buttons"><button type="button" id="open">Open all</button>
<button type="button" id="close">Close all</button></div>
<p class="count" role="status" id="count"></p>
</form>`;
}

function environmentSections({ environments }: Preview): Markup[] {
  const room = new Room();
  return environments.map((each) => {
    const { environment, branch, comparison } = each;
    const alone = environments.length === 1;
    const target = branch === undefined
      ? ""
      : markup` on <code>${branch}</code>`;
    const summary = alone ? "" : `: ${summarise([each])}`;
    return markup`<section aria-label="Environment ${environment}">
<h2>${environment} <small>${target}${summary}</small></h2>
${alone || comparison === undefined ? "" : fleetBar(comparison)}
${
      comparison === undefined
        ? markup`<p class="none">Nothing may be committed; the findings say why.</p>`
        : comparisonParts(comparison, room)
    }
</section>`;
  });
}

function comparisonParts(comparison: Comparison, room: Room): Markup {
  return markup`${guardList(comparison.guards)}
${effectList(comparison)}
${unknownList(comparison.unknown)}
${unitList(comparison.units, room)}
${causeList(comparison)}`;
}

function webLink(url: string, label: string): Markup | string {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return isWeb ? markup`<a href="${url}" rel="noreferrer">${label}</a>` : "";
}
