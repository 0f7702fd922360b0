/**
 * Regular expressions of RE2.
 *
 * @module
 */

import { fn, type Functions, spend } from "./define.ts";
import { nilList } from "./nil.ts";
import { expandTemplate } from "./regexp_expand.ts";
import { matchesOf, replaceMatches } from "./regexp_match.ts";
import {
  isPattern,
  type Pattern,
  readOrPanic,
  readPattern,
} from "./regexp_pattern.ts";
import { strings } from "./text_of.ts";

/** A function that has a form of its own for charts that must not fail. */
function both<F>(make: (read: (pattern: string) => Pattern) => F): [F, F] {
  return [make(readOrPanic), make(readPattern)];
}

const [FIND, MUST_FIND] = both((read) =>
  fn(["string", "string"], ([pattern, text], run) => {
    spend(run, text.length);
    const [match] = matchesOf(read(pattern), text, 1);
    return match?.groups[0] ?? "";
  })
);
const [FIND_ALL, MUST_FIND_ALL] = both((read) =>
  fn(["string", "string", "int"], ([pattern, text, count], run) => {
    spend(run, text.length);
    const found = matchesOf(read(pattern), text, Number(count));
    if (found.length === 0) return nilList("string");
    return strings(found.map(({ groups }) => groups[0] ?? ""));
  })
);
const [SPLIT, MUST_SPLIT] = both((read) =>
  fn(["string", "string", "int"], ([pattern, text, count], run) => {
    spend(run, text.length);
    const found = read(pattern);
    if (count === 0n) return nilList("string");
    return strings(split(found, text, Number(count)));
  })
);
const [REPLACE, MUST_REPLACE] = both((read) =>
  fn(["string", "string", "string"], ([pattern, text, template], run) => {
    const found = read(pattern);
    return replaceMatches(found, text, (match) => {
      spend(run, text.length + template.length);
      return expandTemplate(template, match);
    });
  })
);
const [REPLACE_LITERAL, MUST_REPLACE_LITERAL] = both((read) =>
  fn(["string", "string", "string"], ([pattern, text, replacement], run) => {
    const found = read(pattern);
    return replaceMatches(found, text, () => {
      spend(run, text.length + replacement.length);
      return replacement;
    });
  })
);

/** Regular expressions of RE2. */
export const REGEXP: Functions = {
  regexMatch: fn(["string", "string"], ([pattern, text], run) => {
    spend(run, text.length);
    return isPattern(pattern) &&
      readPattern(pattern).expression.matcher(text).find();
  }),
  mustRegexMatch: fn(["string", "string"], ([pattern, text], run) => {
    spend(run, text.length);
    return readPattern(pattern).expression.matcher(text).find();
  }),
  regexFind: FIND,
  mustRegexFind: MUST_FIND,
  regexFindAll: FIND_ALL,
  mustRegexFindAll: MUST_FIND_ALL,
  regexSplit: SPLIT,
  mustRegexSplit: MUST_SPLIT,
  regexReplaceAll: REPLACE,
  mustRegexReplaceAll: MUST_REPLACE,
  regexReplaceAllLiteral: REPLACE_LITERAL,
  mustRegexReplaceAllLiteral: MUST_REPLACE_LITERAL,
  regexQuoteMeta: fn(
    ["string"],
    ([text]) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&"),
  ),
};

function split(pattern: Pattern, text: string, count: number): string[] {
  if (text === "") return pattern.source === "" ? [] : [""];
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  for (const match of matchesOf(pattern, text, count)) {
    if (count > 0 && parts.length === count - 1) break;
    end = match.start;
    if (match.end !== 0) parts.push(text.slice(start, end));
    start = match.end;
  }
  if (end !== text.length) parts.push(text.slice(start));
  return parts;
}
