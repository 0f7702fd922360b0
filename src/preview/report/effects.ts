/**
 * The effects of a change on a page, the gravest first.
 *
 * @module
 */

import type { Comparison, EffectGroup } from "../../diff/comparison.ts";
import { type Cause, type Effect, formatIdentity } from "../../model/mod.ts";
import { viewFields } from "../changes/field_view.ts";
import { causeKey, type Reaches, reachOfCauses } from "../words/causes.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { EFFECT_WORDS } from "../words/effect_words.ts";
import { cardList } from "./cards.ts";
import { fieldList } from "./fields.ts";
import { type Markup, markup } from "./markup.ts";
import { icon } from "./icons.ts";

const NAMED = 3;
const CAUSES = 3;

/**
 * Writes the effects of a comparison.
 *
 * @param comparison The comparison.
 * @returns A list; each effect opens to what it happens to.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { emptyComparison } from "../_testing.ts";
 * assert(String(effectList(emptyComparison())).includes("No effects"));
 * ```
 */
export function effectList(comparison: Comparison): Markup {
  if (comparison.groups.length === 0) {
    return markup`<p class="none">No effects on what runs.</p>`;
  }
  const reaches = reachOfCauses(comparison);
  return markup`<h3>Effects</h3>
${cardList(comparison.groups.map((group) => effectCard(group, reaches)))}`;
}

function effectCard(group: EffectGroup, reaches: Reaches): Markup {
  const { kind, summary } = group;
  const { word, risk } = EFFECT_WORDS[kind];
  const names = memberNames(group);
  return markup`<details class="card ${risk}" data-find data-kinds="${kind}">
<summary><span class="word">${icon(kind)}${word}</span>
<span class="what">${summary}</span>
<span class="who">${whoText(group, names)}</span>
${causeLine(group.causes, reaches)}</summary>
<div class="inside">
${effectDetails(group)}
<ul class="names" aria-label="Reaches">${
    names.map((name) => markup`<li>${name}</li>`)
  }</ul>
</div>
</details>`;
}

function effectDetails(group: EffectGroup): Markup {
  const { kind, members, objectKind, rule, warnings, fields } = group;
  const { meaning } = EFFECT_WORDS[kind];
  return markup`<p>${meaning}: ${
    countOf(members.length, `${objectKind} object`)
  }. <code>${rule}</code></p>
${
    warnings.map((warning) =>
      markup`<p class="warning"><b>Before you merge:</b> ${warning}</p>`
    )
  }
${fieldList(viewFields(fields))}
${group.exceptions.map(exceptionNote)}`;
}

function memberNames({ members }: EffectGroup): string[] {
  return [
    ...new Set(
      members.map(({ cluster, object }) => cluster ?? formatIdentity(object)),
    ),
  ];
}

function whoText({ members }: EffectGroup, names: readonly string[]): Markup {
  const { named, more } = firstOf(names, NAMED);
  const list = named.map((name, index) =>
    markup`${index === 0 ? "" : ", "}<code>${name}</code>`
  );
  if (more === 0) return markup`${list}`;
  const clusters = members.every(({ cluster }) => cluster !== undefined);
  const noun = clusters ? "cluster" : "object";
  return markup`<b>${countOf(names.length, noun)}</b>: ${list} and ${
    formatCount(more)
  } more`;
}

function causeLine(
  causes: readonly Cause[],
  reaches: Reaches,
): Markup | string {
  const distinct = [
    ...new Map(causes.map((cause) => [causeKey(cause), cause])).values(),
  ];
  if (distinct.length === 0) return "";
  const { named, more } = firstOf(distinct, CAUSES);
  return markup`<span class="why">${
    named.map((cause) => causeText(cause, reaches))
  }${more === 0 ? "" : `and ${countOf(more, "more line")}`}</span>`;
}

function causeText(cause: Cause, reaches: Reaches): Markup {
  const clusters = reaches.get(causeKey(cause))?.clusters ?? 0;
  return markup`<span><code>${cause.file}:${cause.line}</code>${
    cause.side === "before" ? " (removed)" : ""
  }${clusters < 2 ? "" : ` → ${countOf(clusters, "cluster")}`}</span> `;
}

function exceptionNote({ cluster, object, fields }: Effect): Markup {
  return markup`<div class="exception"><p>Differs for <code>${
    cluster ?? formatIdentity(object)
  }</code>:</p>${fieldList(viewFields(fields))}</div>`;
}
