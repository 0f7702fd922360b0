/**
 * Times and spans of time in templates, with their methods.
 *
 * @module
 */

import type { GoFunction } from "../../go/function.ts";
import { GoObject } from "../../go/object.ts";
import { int64, SizedInt } from "../../go/sized_int.ts";
import type { GoValue } from "../../go/value.ts";
import { fn } from "../define.ts";
import { addMonths, dayOfYear, type Instant, partsOf } from "./civil.ts";
import { formatDuration } from "./duration.ts";
import { formatInstant } from "./format.ts";
import { MONTHS, WEEKDAYS } from "./names.ts";

const SECOND = 1_000_000_000n;

/** An integer of a type that prints its values by name. */
class NamedInt extends SizedInt {
  readonly #name: string;

  constructor(value: bigint, goType: string, name: string) {
    super(value, goType);
    this.#name = name;
  }

  override get goKind(): string {
    return "int";
  }

  override text(): string {
    return this.#name;
  }
}

/** A span of time. */
export class GoDuration extends SizedInt {
  /**
   * Makes a span.
   *
   * @param nanoseconds How long it is.
   */
  constructor(nanoseconds: bigint) {
    super(BigInt.asIntN(64, nanoseconds), "time.Duration");
  }

  override get goKind(): string {
    return "int64";
  }

  override text(): string {
    return formatDuration(this.value);
  }

  override method(name: string): GoFunction | undefined {
    const answer = DURATION_METHODS.get(name);
    return answer && fn([], () => answer(this.value));
  }
}

const DURATION_METHODS: ReadonlyMap<string, (span: bigint) => GoValue> =
  new Map<string, (span: bigint) => GoValue>([
    ["String", formatDuration],
    ["Nanoseconds", int64],
    ["Microseconds", (span) => int64(span / 1_000n)],
    ["Milliseconds", (span) => int64(span / 1_000_000n)],
    ["Seconds", (span) => inUnits(span, SECOND)],
    ["Minutes", (span) => inUnits(span, 60n * SECOND)],
    ["Hours", (span) => inUnits(span, 3600n * SECOND)],
    ["Abs", (span) => new GoDuration(span < 0n ? -span : span)],
  ]);

/**
 * A span in units that are longer than a nanosecond.
 *
 * @param span The span.
 * @param unit How long the unit is.
 * @returns How many units it has.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(inUnits(1_500_000_000n, 1_000_000_000n), 1.5);
 * ```
 */
export function inUnits(span: bigint, unit: bigint): number {
  return Number(span / unit) + Number(span % unit) / Number(unit);
}

/** A point of time. */
export class GoTime extends GoObject {
  override readonly goType = "time.Time";
  readonly instant: Instant;

  /**
   * Makes a time.
   *
   * @param instant The point of time, and the zone that it is shown in.
   */
  constructor(instant: Instant) {
    super();
    this.instant = instant;
  }

  override text(): string {
    const layout = "2006-01-02 15:04:05.999999999 -0700 MST";
    return formatInstant(this.instant, layout);
  }

  /**
   * What JSON, YAML and TOML hold of it.
   *
   * @returns The text.
   */
  marshal(): string {
    return formatInstant(this.instant, "2006-01-02T15:04:05.999999999Z07:00");
  }

  /**
   * The time that is later by a span.
   *
   * @param span The nanoseconds.
   * @returns The time.
   */
  plus(span: bigint): GoTime {
    const { instant } = this;
    const nanoseconds = instant.nanoseconds + span;
    return new GoTime({ ...instant, nanoseconds });
  }

  override method(name: string): GoFunction | undefined {
    return TIME_METHODS.get(name)?.(this);
  }
}

type TimeMethod = (time: GoTime) => GoFunction;

const TIME_METHODS: ReadonlyMap<string, TimeMethod> = new Map<
  string,
  TimeMethod
>([
  ["String", answering((time) => time.text())],
  ["Year", answering(({ instant }) => BigInt(partsOf(instant).year))],
  [
    "Month",
    answering(({ instant }) => {
      const { month } = partsOf(instant);
      return new NamedInt(
        BigInt(month),
        "time.Month",
        MONTHS[month - 1] as string,
      );
    }),
  ],
  ["Day", answering(({ instant }) => BigInt(partsOf(instant).day))],
  [
    "Weekday",
    answering(({ instant }) => {
      const { weekday } = partsOf(instant);
      const name = WEEKDAYS[weekday] as string;
      return new NamedInt(BigInt(weekday), "time.Weekday", name);
    }),
  ],
  ["Hour", answering(({ instant }) => BigInt(partsOf(instant).hour))],
  ["Minute", answering(({ instant }) => BigInt(partsOf(instant).minute))],
  ["Second", answering(({ instant }) => BigInt(partsOf(instant).second))],
  ["Nanosecond", answering(({ instant }) => partsOf(instant).fraction)],
  ["YearDay", answering(({ instant }) => BigInt(dayOfYear(instant)))],
  ["Unix", answering(({ instant }) => int64(unixSeconds(instant)))],
  ["UnixNano", answering(({ instant }) => int64(instant.nanoseconds))],
  [
    "UTC",
    answering(({ instant }) =>
      new GoTime({ nanoseconds: instant.nanoseconds, offset: 0, zone: "UTC" })
    ),
  ],
  [
    "IsZero",
    answering(({ instant }) => instant.nanoseconds === ZERO_TIME.nanoseconds),
  ],
  [
    "Format",
    (time) => fn(["string"], ([layout]) => formatInstant(time.instant, layout)),
  ],
  ["AddDate", (time) =>
    fn(["int", "int", "int"], ([years, months, days]) => {
      const moved = addMonths(
        time.instant,
        Number(years) * 12 + Number(months),
      );
      return new GoTime(moved).plus(days * 86_400n * SECOND);
    })],
  ["Before", comparing((a, b) => a < b)],
  ["After", comparing((a, b) => a > b)],
  ["Equal", comparing((a, b) => a === b)],
  ["Sub", comparing((a, b) => new GoDuration(a - b))],
]);

/** The time of Go's zero value. */
export const ZERO_TIME: Instant = {
  nanoseconds: -62_135_596_800n * SECOND,
  offset: 0,
  zone: "UTC",
};

function answering(answer: (time: GoTime) => GoValue): TimeMethod {
  return (time) => fn([], () => answer(time));
}

function comparing(answer: (a: bigint, b: bigint) => GoValue): TimeMethod {
  return (time) =>
    fn(
      ["time.Time"],
      ([other]) =>
        answer(time.instant.nanoseconds, (other as GoTime).instant.nanoseconds),
    );
}

/**
 * The seconds since 1970.
 *
 * @param instant A point of time.
 * @returns The seconds, rounded down.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unixSeconds({ nanoseconds: -1n, offset: 0, zone: "UTC" }), -1n);
 * ```
 */
export function unixSeconds({ nanoseconds }: Instant): bigint {
  const fraction = BigInt.asUintN(64, (nanoseconds % SECOND + SECOND) % SECOND);
  return (nanoseconds - fraction) / SECOND;
}
