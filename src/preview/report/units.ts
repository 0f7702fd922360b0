/**
 * What changes in each unit, on a page.
 *
 * @module
 */

import type { ComparedUnit } from "../../diff/comparison.ts";
import type { ObjectChange } from "../../model/mod.ts";
import {
  newText,
  type ObjectView,
  viewObject,
} from "../changes/object_view.ts";
import { type SameChange, sameChanges } from "../changes/same_changes.ts";
import { countOf, firstOf, formatCount } from "../words/counts.ts";
import { EFFECT_WORDS } from "../words/effect_words.ts";
import { effectKindsOf } from "../words/verdict.ts";
import { unitTitle } from "../words/units.ts";
import { cardList } from "./cards.ts";
import { fieldList, lineBlock } from "./fields.ts";
import { type Markup, markup } from "./markup.ts";
import { icon } from "./icons.ts";
import type { Room } from "./room.ts";

const NAMED = 3;

const WORDS: Readonly<Record<ObjectChange["kind"], string>> = {
  added: "new",
  removed: "gone",
  changed: "changed",
  renamed: "renamed",
};

/**
 * Writes what changes in units; those that change alike stand together.
 *
 * @param units The units.
 * @param room How much there is room for; objects without room are named only.
 * @returns A list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Room } from "./room.ts";
 * assertEquals(String(unitList([], new Room())), "");
 * ```
 */
export function unitList(units: readonly ComparedUnit[], room: Room): Markup {
  const differing = units.filter(({ changes }) => changes.length > 0);
  if (differing.length === 0) return markup``;
  const same = sameChanges(differing, { contents: true });
  return markup`<h3>Changes in detail <small>${differing.length}</small></h3>
${cardList(same.map((change) => unitCard(change, room)))}`;
}

function unitCard({ example, units }: SameChange, room: Room): Markup {
  const names = units.map(({ unit }) => unitTitle(unit));
  const kinds = effectKindsOf(example.effects);
  const badges = kinds.filter((kind) => kind !== "no-effect").map((kind) => {
    const { risk, word } = EFFECT_WORDS[kind];
    return markup`<span class="badge ${risk}">${icon(kind)}${word}</span>`;
  });
  return markup`<details class="card unit" data-find data-kinds="${
    kinds.join(" ")
  }">
<summary><span class="what">${titleOf(names)}</span>
<span class="badges">${badges}</span>
<span class="who">${countOf(example.changes.length, "object")}</span></summary>
<div class="inside">
${names.length > 1 ? sameNote(names) : ""}
${changeList(example.changes, room)}
</div>
</details>`;
}

function titleOf(names: readonly string[]): Markup {
  const { named, more } = firstOf(names, NAMED);
  const list = named.map((name, index) =>
    markup`${index === 0 ? "" : ", "}<code>${name}</code>`
  );
  const count = names.length === 1
    ? ""
    : markup`<b>${countOf(names.length, "cluster")}</b>: `;
  return markup`${count}${list}${
    more === 0 ? "" : ` and ${formatCount(more)} more`
  }`;
}

function sameNote(names: readonly string[]): Markup {
  return markup`<ul class="names" aria-label="Clusters">${
    names.map((name) => markup`<li>${name}</li>`)
  }</ul>
<p>All of them change alike, save for their own names. This is <code>${
    names[0] ?? ""
  }</code>:</p>`;
}

function changeList(changes: readonly ObjectChange[], room: Room): Markup {
  const [applied, review] = [true, false].map((isApplied) =>
    changes.filter((change) => change.applied === isApplied)
      .map((change) => objectSection(change, room))
  ) as [Markup[], Markup[]];
  return markup`${applied}${
    review.length === 0
      ? ""
      : markup`<h4>For review: Flux does not apply these</h4>${review}`
  }`;
}

function objectSection(change: ObjectChange, room: Room): Markup {
  const view = viewObject(change);
  const former = view.formerTitle === undefined
    ? ""
    : markup` <span class="former">before <code>${view.formerTitle}</code></span>`;
  const title = markup`<span class="state ${view.kind}">${
    WORDS[view.kind]
  }</span> <code>${view.title}</code>${former}`;
  const text = newText(change);
  if (text !== undefined && room.take(text.length)) {
    return newObject(title, text);
  }
  if (view.fields.length === 0) return markup`<p class="object">${title}</p>`;
  return markup`<div class="object"><p>${title}</p>${
    fieldsWithin(view, room)
  }</div>`;
}

function newObject(title: Markup, text: string): Markup {
  const lines = text.trimEnd().split("\n").map((line) =>
    ({ sign: "+", text: line }) as const
  );
  return markup`<details class="object"><summary>${title}</summary>${
    lineBlock(lines)
  }</details>`;
}

function fieldsWithin({ fields }: ObjectView, room: Room): Markup {
  const list = fieldList(fields);
  if (room.take(String(list).length)) return list;
  return markup`<p>${
    countOf(fields.length, "field")
  }, which the rendered branch shows.</p>`;
}
