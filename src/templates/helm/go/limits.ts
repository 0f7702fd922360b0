/**
 * How much the execution of templates may use.
 *
 * @module
 */

/** The bounds of a run. */
export interface GoLimits {
  /** Statements, calls, iterations, 64s of characters and 8s of items. */
  readonly steps: number;
  /** Blocks, parentheses and templates within each other while executing. */
  readonly nesting: number;
  /** Templates within each other, by `include`, `template` or `tpl`. */
  readonly includes: number;
  /** UTF-16 units written, and of each text on the way. */
  readonly output: number;
  /** Whether the time is over; asked every thousand steps. */
  readonly expired?: () => boolean;
}

/**
 * Enough for any chart that does not mean harm. The nesting must be such that
 * the stack of the engine holds: an `include` takes about one kilobyte of it.
 */
export const DEFAULT_GO_LIMITS: GoLimits = {
  steps: 2_000_000,
  nesting: 500,
  includes: 250,
  output: 16_000_000,
};

const CHECK_EVERY = 1_000;
const STEP_CHARACTERS = 64;
const STEP_ITEMS = 8;

/** Which bound was reached. */
export type LimitName =
  | "steps"
  | "nesting"
  | "includes"
  | "output"
  | "text"
  | "time";

/**
 * Thrown where a run reaches a bound.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(new LimitReached("steps", "more than 5 steps").limit, "steps");
 * ```
 */
export class LimitReached extends Error {
  override name = "LimitReached";
  readonly limit: LimitName;

  /**
   * Makes one.
   *
   * @param limit The bound.
   * @param detail What was exceeded.
   */
  constructor(limit: LimitName, detail: string) {
    super(`template limit exceeded: ${detail}`);
    this.limit = limit;
  }
}

/**
 * What is left of the bounds; may be shared by the templates of a chart.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * const budget = new Budget({ ...DEFAULT_GO_LIMITS, steps: 10 });
 * assertThrows(() => budget.step(11), LimitReached);
 * ```
 */
export class Budget {
  readonly #limits: GoLimits;
  #steps = 0;
  #nextCheck: number;
  #output = 0;
  #nesting = 0;
  #includes = 0;

  /**
   * Begins with all of it.
   *
   * @param limits The bounds.
   */
  constructor(limits: GoLimits = DEFAULT_GO_LIMITS) {
    this.#limits = limits;
    this.#nextCheck = Math.min(CHECK_EVERY, limits.steps);
  }

  /**
   * Counts steps.
   *
   * @param count How many.
   */
  step(count = 1): void {
    this.#steps += count;
    if (this.#steps <= this.#nextCheck) return;
    this.#check();
    this.#nextCheck = Math.min(this.#steps + CHECK_EVERY, this.#limits.steps);
  }

  /**
   * Counts the work of going once over a value that a function is given or
   * gives back, whatever it does with it.
   *
   * @param value The value.
   */
  pass(value: unknown): void {
    if (typeof value === "string") this.#passText(value.length);
    else if (Array.isArray(value)) this.step(value.length / STEP_ITEMS);
  }

  #passText(length: number): void {
    this.step(length / STEP_CHARACTERS);
    const { output } = this.#limits;
    if (length > output) {
      throw new LimitReached(
        "text",
        `a text of more than ${output} characters`,
      );
    }
  }

  #check(): void {
    const { steps, expired } = this.#limits;
    if (this.#steps > steps) {
      throw new LimitReached("steps", `more than ${steps} steps`);
    }
    if (expired?.()) throw new LimitReached("time", "time is over");
  }

  /**
   * Counts what is written.
   *
   * @param length How many UTF-16 units.
   */
  write(length: number): void {
    this.#output += length;
    const { output } = this.#limits;
    if (this.#output > output) {
      throw new LimitReached("output", `more than ${output} characters`);
    }
  }

  /** Goes one level deeper. */
  enter(): void {
    const { nesting } = this.#limits;
    if (++this.#nesting > nesting) {
      throw new LimitReached("nesting", `more than ${nesting} levels`);
    }
  }

  /** Comes back from a level. */
  leave(): void {
    this.#nesting--;
  }

  /** Goes into a template, which is a level, too. */
  enterTemplate(): void {
    const { includes } = this.#limits;
    if (++this.#includes > includes) {
      const detail = `more than ${includes} templates within each other`;
      throw new LimitReached("includes", detail);
    }
    this.enter();
  }

  /** Comes back from a template. */
  leaveTemplate(): void {
    this.#includes--;
    this.leave();
  }
}
