/**
 * Who made a commit, and when, as git writes it.
 *
 * @module
 */

/** An author or committer. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: GitDate;
}

/** A moment and the time zone it was written in. */
export interface GitDate {
  /** Seconds since 1970. */
  readonly seconds: number;
  /** `+0100`, as git writes it. */
  readonly offset: string;
}

// Git ends the name at "<" and the line at a line feed.
// deno-lint-ignore no-control-regex -- control characters are what is removed
const NOT_IN_NAMES = /[\u0000-\u001f\u007f<>]/g;

/**
 * Writes a person as in a commit's `author` and `committer` lines.
 *
 * @param person The person.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   formatPerson({ name: "A <b>", email: "a@b.c", date: { seconds: 7, offset: "+0100" } }),
 *   "A b <a@b.c> 7 +0100",
 * );
 * ```
 */
export function formatPerson(person: Person): string {
  const name = person.name.replace(NOT_IN_NAMES, "").trim();
  const email = person.email.replace(NOT_IN_NAMES, "").trim();
  const { seconds, offset } = person.date;
  return `${name || "unknown"} <${email}> ${seconds} ${offset}`;
}

/**
 * Reads a date as git prints it with `--date=raw`.
 *
 * @param text For instance `1700000000 +0100`.
 * @returns The date; a text that is none gives the year 1970.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseDate("1700000000 +0100"), { seconds: 1700000000, offset: "+0100" });
 * ```
 */
export function parseDate(text: string): GitDate {
  const match = /^(\d{1,12}) ([+-]\d{4})$/.exec(text);
  if (match === null) return { seconds: 0, offset: "+0000" };
  return { seconds: Number(match[1]), offset: match[2]! };
}

/**
 * Writes a date as RFC 3339 does, in the time zone that it was written in.
 *
 * @param date The date.
 * @returns For instance `2023-11-14T23:13:20+01:00`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   formatDate({ seconds: 1700000000, offset: "+0100" }),
 *   "2023-11-14T23:13:20+01:00",
 * );
 * ```
 */
export function formatDate(date: GitDate): string {
  const sign = date.offset.startsWith("-") ? -1 : 1;
  const hours = date.offset.slice(1, 3);
  const minutes = date.offset.slice(3, 5);
  const shift = sign * (Number(hours) * 3600 + Number(minutes) * 60);
  const local = new Date((date.seconds + shift) * 1000).toISOString();
  const zone = shift === 0 ? "Z" : `${date.offset[0]}${hours}:${minutes}`;
  return `${local.slice(0, 19)}${zone}`;
}
