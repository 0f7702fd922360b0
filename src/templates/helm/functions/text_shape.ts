/**
 * Functions that change the letters of a text.
 *
 * @module
 */

import { toBytes } from "../go/byte_string.ts";
import { fn, type Functions } from "./define.ts";
import { isSpace, lowerRune, mapRunes, titleRune, upperRune } from "./runes.ts";

/** Functions that change the letters of a text. */
export const TEXT_SHAPE: Functions = {
  title: fn(["string"], ([text]) => title(text)),
  untitle: fn(["string"], ([text]) => untitle(text)),
  swapcase: fn(["string"], ([text]) => swapCase(text)),
  nospace: fn(["string"], ([text]) => withoutSpace(text)),
  initials: fn(["string"], ([text]) => initials(text)),
};

/** A letter is the first of a word where a separator stands before it. */
function title(text: string): string {
  let first = true;
  return mapRunes(text, (char) => {
    const mapped = first ? titleRune(char) : char;
    first = isSeparator(char);
    return mapped;
  });
}

function isSeparator(char: string): boolean {
  return char < "\x80" ? !/\w/.test(char) : isSpace(char);
}

function untitle(text: string): string {
  let first = true;
  return mapRunes(text, (char) => {
    if (isSpace(char)) {
      first = true;
      return char;
    }
    const mapped = first ? lowerRune(char) : char;
    first = false;
    return mapped;
  });
}

function swapCase(text: string): string {
  let first = true;
  return mapRunes(text, (char) => {
    const wasFirst = first;
    const cased = /[\p{Lu}\p{Lt}\p{Ll}]/u.test(char);
    first = cased ? false : isSpace(char);
    if (/[\p{Lu}\p{Lt}]/u.test(char)) return lowerRune(char);
    if (!cased) return char;
    return wasFirst ? titleRune(char) : upperRune(char);
  });
}

/** Sprig takes each byte for a character here, so others come out garbled. */
function withoutSpace(text: string): string {
  const chars = byteChars(text);
  const kept = chars.filter((char) => !isSpace(char));
  return kept.length === chars.length ? text : kept.join("");
}

/** The first letter of each word; each byte counts as a letter. */
function initials(text: string): string {
  let gap = true;
  return byteChars(text).filter((char) => {
    const wasGap = gap;
    gap = isSpace(char);
    return wasGap && !gap;
  }).join("");
}

function byteChars(text: string): string[] {
  return Array.from(toBytes(text), (byte) => String.fromCharCode(byte));
}
