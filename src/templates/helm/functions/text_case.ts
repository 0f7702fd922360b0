/**
 * Functions that write a text in snake_case, kebab-case or CamelCase.
 *
 * @module
 */

import { fn, type Functions } from "./define.ts";
import { lowerRune, mapRunes, upperRune } from "./runes.ts";
import { isConnector, type Word, type WordKind, wordsOf } from "./words.ts";

/** Functions that write a text in snake_case, kebab-case or CamelCase. */
export const TEXT_CASE: Functions = {
  snakecase: fn(["string"], ([text]) => joinWords(wordsOf(text), "_")),
  kebabcase: fn(["string"], ([text]) => joinWords(wordsOf(text), "-")),
  camelcase: fn(["string"], ([text]) => camelCase(text)),
};

/** Words that no connector is written before. */
const LOOSE: readonly (WordKind | undefined)[] = [
  undefined,
  "connector",
  "punctuation",
];

/** Numbers belong to the word before them, or to small letters after them. */
function joinWords(words: readonly Word[], connector: string): string {
  const text: string[] = [];
  let at = 0;
  const kind = () => words[at]?.kind;
  const write = () => text.push(lowered(words[at++], connector));
  const separate = () => LOOSE.includes(kind()) || text.push(connector);
  const writeRun = () => {
    while (kind() === "alphabet" || kind() === "number") write();
    separate();
  };
  while (at < words.length - 1) {
    const before = kind();
    write();
    if (before === "number") writeRun();
    else if (before === "connector" || before === "punctuation") continue;
    else if (kind() !== "number") separate();
    else if (at < words.length - 1) {
      if (words[at + 1]?.kind === "alphabet") {
        text.push(connector);
        writeRun();
      } else {
        write();
        separate();
      }
    }
  }
  while (at < words.length) write();
  return text.join("");
}

function lowered(word: Word | undefined, connector: string): string {
  if (word?.kind === "connector") {
    return connector.repeat([...word.text].length);
  }
  if (word?.kind === "upper") return mapRunes(word.text, lowerCapital);
  return word?.text ?? "";
}

function lowerCapital(char: string): string {
  return /\p{Lu}/u.test(char) ? lowerRune(char) : char;
}

/** Of several connectors in a row one is left out. */
function camelCase(text: string): string {
  const chars = [...text];
  const start = chars.findIndex((char) => !isConnector(char));
  // The last character is written once more where there is nothing else.
  if (start < 0) return text + (chars.at(-1) ?? "");
  let written = chars.slice(0, start).join("");
  let lowersCapitals = /\p{Lu}/u.test(chars[start] as string);
  let held = upperRune(chars[start] as string);
  for (const char of chars.slice(start + 1)) {
    if (isConnector(held)) {
      if (isConnector(char)) {
        written += held;
        held = char;
        continue;
      }
      lowersCapitals = /\p{Lu}/u.test(char);
      held = upperRune(char);
      continue;
    }
    written += held;
    const isCapital = /\p{Lu}/u.test(char);
    held = lowersCapitals && isCapital ? lowerRune(char) : char;
    if (!isCapital) lowersCapitals = false;
  }
  return written + held;
}
