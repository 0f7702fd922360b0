/**
 * Points of time, and the dates and hours that calendars and clocks show then.
 *
 * @module
 */

/** A point of time, and the zone that it is shown in. */
export interface Instant {
  /** Nanoseconds since 1970. */
  readonly nanoseconds: bigint;
  /** Seconds that the zone is ahead of UTC. */
  readonly offset: number;
  /** The zone's short name; `""` where it has none. */
  readonly zone: string;
}

/** What calendars and clocks show. */
export interface CivilTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Nanoseconds of the second. */
  readonly fraction: bigint;
}

const SECOND = 1_000_000_000n;
const DAY_MILLISECONDS = 86_400_000;

/**
 * What calendars and clocks show at a point of time.
 *
 * @param instant The point of time.
 * @returns The date, the time and the weekday, from 0 for Sunday.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const instant = { nanoseconds: 0n, offset: 3600, zone: "" };
 * assertEquals(partsOf(instant).hour, 1);
 * ```
 */
export function partsOf(instant: Instant): CivilTime & { weekday: number } {
  const { nanoseconds, offset } = instant;
  const fraction = (nanoseconds % SECOND + SECOND) % SECOND;
  const seconds = Number((nanoseconds - fraction) / SECOND) + offset;
  const date = new Date(seconds * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    fraction,
  };
}

/**
 * The point of time at which calendars and clocks show something.
 *
 * @param civil What they show; months and days beyond their range count on.
 * @param zone The zone.
 * @returns The point of time.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const civil = { ...partsOf({ nanoseconds: 0n, offset: 0, zone: "" }), hour: 2 };
 * assertEquals(instantOf(civil, { offset: 7200, zone: "" }).nanoseconds, 0n);
 * ```
 */
export function instantOf(
  civil: CivilTime,
  { offset, zone }: Omit<Instant, "nanoseconds">,
): Instant {
  const date = new Date(0);
  date.setUTCFullYear(civil.year, civil.month - 1, civil.day);
  date.setUTCHours(civil.hour, civil.minute, civil.second);
  const seconds = BigInt(date.getTime() / 1000 - offset);
  return { nanoseconds: seconds * SECOND + civil.fraction, offset, zone };
}

/**
 * The same day and time some months later.
 *
 * @param instant The point of time.
 * @param months How many months; a day that a month lacks is one of the next.
 * @returns The later point of time.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const february = addMonths({ nanoseconds: 0n, offset: 0, zone: "" }, 1);
 * assertEquals(partsOf(february).month, 2);
 * ```
 */
export function addMonths(instant: Instant, months: number): Instant {
  const parts = partsOf(instant);
  return instantOf({ ...parts, month: parts.month + months }, instant);
}

/**
 * How many days a year has seen.
 *
 * @param instant The point of time.
 * @returns The number of the day, from 1.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(dayOfYear({ nanoseconds: 0n, offset: 0, zone: "" }), 1);
 * ```
 */
export function dayOfYear(instant: Instant): number {
  const { year, month, day } = partsOf(instant);
  const [first, date] = [new Date(0), new Date(0)];
  first.setUTCFullYear(year, 0, 1);
  date.setUTCFullYear(year, month - 1, day);
  return (date.getTime() - first.getTime()) / DAY_MILLISECONDS + 1;
}

/**
 * How many days a month has.
 *
 * @param year The year.
 * @param month The month, from 1.
 * @returns The number of days.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(daysIn(2024, 2), 29);
 * ```
 */
export function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
