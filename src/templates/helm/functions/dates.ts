/**
 * Points of time. What does not ask for the present is answered; the machine's
 * own zone is UTC, and there is no other.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import { integerOf } from "../go/sized_int.ts";
import type { GoValue } from "../go/value.ts";
import { formatInstant } from "./dates/format.ts";
import { GoTime, unixSeconds, ZERO_TIME } from "./dates/objects.ts";
import { durationProblem, parseDuration } from "./dates/duration.ts";
import { parseInstant } from "./dates/parse.ts";
import { fn, type Functions } from "./define.ts";
import { RefusedFunction } from "./refused_function.ts";

const HTML_LAYOUT = "2006-01-02";
const SECOND = 1_000_000_000n;

const DATE_IN_ZONE = fn(
  ["string", "any", "string"],
  ([layout, date, zone]) => format(layout, date, zone),
);
const DATE_MODIFY = fn(["string", "time.Time"], ([span, time]) => {
  return (time as GoTime).plus(parseDuration(span) ?? 0n);
});
const MUST_DATE_MODIFY = fn(["string", "time.Time"], ([text, time]) => {
  const span = parseDuration(text);
  if (span === undefined) throw new GoFailure(durationProblem(text));
  return (time as GoTime).plus(span);
});

/** Points of time. */
export const DATES: Functions = {
  date: fn(["string", "any"], ([layout, date]) => format(layout, date, "UTC")),
  dateInZone: DATE_IN_ZONE,
  date_in_zone: DATE_IN_ZONE,
  htmlDate: fn(["any"], ([date]) => format(HTML_LAYOUT, date, "UTC")),
  htmlDateInZone: fn(
    ["any", "string"],
    ([date, zone]) => format(HTML_LAYOUT, date, zone),
  ),
  dateModify: DATE_MODIFY,
  date_modify: DATE_MODIFY,
  mustDateModify: MUST_DATE_MODIFY,
  must_date_modify: MUST_DATE_MODIFY,
  toDate: fn(["string", "string"], ([layout, text]) => {
    return read(layout, text) ?? new GoTime(ZERO_TIME);
  }),
  mustToDate: fn(["string", "string"], ([layout, text]) => {
    return new GoTime(parseInstant(layout, text));
  }),
  unixEpoch: fn(
    ["time.Time"],
    ([time]) => String(unixSeconds((time as GoTime).instant)),
  ),
};

function format(layout: string, date: GoValue, zone: string): string {
  if (!["", "UTC", "Local"].includes(zone)) {
    throw new RefusedFunction(`Cannot show a time in zone "${zone}": only UTC`);
  }
  const seconds = integerOf(date);
  const nanoseconds = date instanceof GoTime
    ? date.instant.nanoseconds
    : seconds === undefined
    ? undefined
    : seconds * SECOND;
  if (nanoseconds === undefined) throw new RefusedFunction();
  return formatInstant({ nanoseconds, offset: 0, zone: "UTC" }, layout);
}

function read(layout: string, text: string): GoTime | undefined {
  try {
    return new GoTime(parseInstant(layout, text));
  } catch (error) {
    if (error instanceof GoFailure) return undefined;
    throw error;
  }
}
