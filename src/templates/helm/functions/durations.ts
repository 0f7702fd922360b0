/**
 * Spans of time.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import type { GoFunction } from "../go/function.ts";
import { goPrint } from "../go/print.ts";
import { int64, integerOf, SizedInt } from "../go/sized_int.ts";
import { quote } from "../go/quote.ts";
import { typeName } from "../go/type_name.ts";
import type { GoValue } from "../go/value.ts";
import { parseDuration } from "./dates/duration.ts";
import { GoDuration, GoTime, inUnits } from "./dates/objects.ts";
import {
  roundDuration,
  truncateDuration,
  writeRoughly,
} from "./dates/round_duration.ts";
import { fn, type Functions } from "./define.ts";
import { parseDigits, parseFloatGo } from "./parse_number.ts";
import { RefusedFunction } from "./refused_function.ts";
import { trimSpace } from "./runes.ts";

const SECOND = 1_000_000_000n;
const HOUR = 3600n * SECOND;
const HIGHEST = 2n ** 63n - 1n;
const MOST_SECONDS = HIGHEST / SECOND;

/** Spans of time. */
export const DURATIONS: Functions = {
  duration: fn(["any"], ([seconds]) => {
    return new GoDuration(secondsOf(seconds) * SECOND).text();
  }),
  durationRound: fn(["any"], ([span]) => {
    if (span instanceof GoTime) throw new RefusedFunction();
    return writeRoughly(spanOf(span));
  }),
  mustToDuration: fn(["any"], ([value]) => new GoDuration(toSpan(value))),
  durationNanoseconds: measuring((span) => int64(span)),
  durationMicroseconds: measuring((span) => int64(span / 1_000n)),
  durationMilliseconds: measuring((span) => int64(span / 1_000_000n)),
  durationSeconds: measuring((span) => inUnits(span, SECOND)),
  durationMinutes: measuring((span) => inUnits(span, 60n * SECOND)),
  durationHours: measuring((span) => inUnits(span, HOUR)),
  durationDays: measuring((span) => inUnits(span, HOUR) / 24),
  durationWeeks: measuring((span) => inUnits(span, HOUR) / 24 / 7),
  durationRoundTo: toMultiple(roundDuration),
  durationTruncateTo: toMultiple(truncateDuration),
};

/** Sprig takes an int64 or a string here, and everything else for 0. */
function secondsOf(value: GoValue): bigint {
  if (typeof value === "string") return parseDigits(value, 10) ?? 0n;
  return isInt64(value) ? value.value : 0n;
}

function spanOf(value: GoValue): bigint {
  if (typeof value === "string") return parseDuration(value) ?? 0n;
  return isInt64(value) ? value.value : 0n;
}

function isInt64(value: GoValue): value is SizedInt {
  return value instanceof SizedInt && value.goType === "int64";
}

/** What is no span is 0. */
function measuring(measure: (span: bigint) => GoValue): GoFunction {
  return fn(["any"], ([value]) => measure(trySpan(value) ?? 0n));
}

function toMultiple(change: (span: bigint, unit: bigint) => bigint) {
  return fn(["any", "any"], ([value, multiple]) => {
    const span = trySpan(value);
    if (span === undefined) return new GoDuration(0n);
    return new GoDuration(change(span, trySpan(multiple) ?? 0n));
  });
}

function trySpan(value: GoValue): bigint | undefined {
  try {
    return toSpan(value);
  } catch (error) {
    if (error instanceof GoFailure) return undefined;
    throw error;
  }
}

/** Helm's reading of spans: numbers are seconds. */
function toSpan(value: GoValue): bigint {
  if (value instanceof GoDuration) return value.value;
  if (typeof value === "string") return readSpan(value);
  if (value === null || value === undefined) {
    throw new GoFailure("invalid duration");
  }
  if (typeof value === "number") return secondsToSpan(value);
  const seconds = integerOf(value);
  if (seconds === undefined) {
    throw new GoFailure(`unsupported duration type ${typeName(value)}`);
  }
  if (seconds <= MOST_SECONDS && seconds >= -MOST_SECONDS) {
    return seconds * SECOND;
  }
  throw new GoFailure(`duration seconds overflow: ${seconds}`);
}

function readSpan(value: string): bigint {
  const text = trimSpace(value);
  if (text === "") throw new GoFailure("empty duration");
  const span = parseDuration(text);
  if (span !== undefined) return span;
  const seconds = parseFloatGo(text);
  if (seconds !== undefined) return secondsToSpan(seconds);
  throw new GoFailure(`could not parse duration ${quote(value)}`);
}

function secondsToSpan(seconds: number): bigint {
  if (!Number.isFinite(seconds)) {
    throw new GoFailure(`invalid duration seconds: ${goPrint(seconds)}`);
  }
  const most = Number(HIGHEST) / Number(SECOND);
  if (Math.abs(seconds) > most) {
    throw new GoFailure(`duration seconds overflow: ${goPrint(seconds)}`);
  }
  return BigInt(Math.trunc(seconds * Number(SECOND)));
}
