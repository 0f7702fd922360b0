/**
 * Counts what a document holds, and stops it at the limits.
 *
 * @module
 */

import type { Event } from "js-yaml";
import type { Budget, YamlLimits } from "./limits.ts";
import { eventOffset } from "./scalar_event.ts";
import { YamlError } from "./yaml_error.ts";

/** What one use of an anchor costs. */
export interface Cost {
  readonly nodes: number;
  readonly levels: number;
}

/**
 * The meter of one document; the budget is that of the whole text.
 *
 * @example
 * ```ts
 * import { EVENT_ID } from "js-yaml";
 * import { assertThrows } from "@std/assert";
 * import { DEFAULT_LIMITS } from "./limits.ts";
 * const budget = { nodes: 1, aliases: 0, reparsed: 0 };
 * const meter = new Meter("", { limits: DEFAULT_LIMITS, budget });
 * assertThrows(() => meter.spend({ type: EVENT_ID.POP }, 2));
 * ```
 */
export class Meter {
  readonly #source: string;
  readonly #limits: YamlLimits;
  readonly #budget: Budget;
  #depth = 0;
  /** The deepest level since a measurement began. */
  #deepest = 0;

  /**
   * @param source The text that the events refer to.
   * @param bounds The limits, and what is left of the budget.
   */
  constructor(
    source: string,
    bounds: { readonly limits: YamlLimits; readonly budget: Budget },
  ) {
    this.#source = source;
    this.#limits = bounds.limits;
    this.#budget = bounds.budget;
  }

  /** Counts nodes. */
  spend(event: Event, nodes: number): void {
    this.#budget.nodes -= nodes;
    if (this.#budget.nodes < 0) {
      throw this.#tooLarge(event, `${this.#limits.maxNodes} values`);
    }
  }

  /** Goes into a list or map. */
  enter(event: Event, levels = 1): void {
    this.#depth += levels;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    if (this.#depth > this.#limits.maxDepth) {
      throw this.#tooLarge(event, `${this.#limits.maxDepth} levels`);
    }
  }

  /** Comes out of a list or map. */
  leave(): void {
    this.#depth--;
  }

  /** Counts one more use of what an anchor costs. */
  repeat(event: Event, { nodes, levels }: Cost): void {
    if (--this.#budget.aliases < 0) {
      throw this.#tooLarge(event, `${this.#limits.maxAliases} aliases`);
    }
    this.spend(event, nodes);
    this.enter(event, levels);
    this.#depth -= levels;
  }

  /** Does something, and measures what a repetition of it would cost. */
  measure<T>(action: () => T): { result: T; cost: Cost } {
    const nodesBefore = this.#budget.nodes;
    const deepestBefore = this.#deepest;
    this.#deepest = this.#depth;
    const result = action();
    const cost = {
      nodes: nodesBefore - this.#budget.nodes + 1,
      levels: this.#deepest - this.#depth,
    };
    this.#deepest = Math.max(this.#deepest, deepestBefore);
    return { result, cost };
  }

  #tooLarge(event: Event, bound: string): YamlError {
    return new YamlError({
      message: `Cannot read the text: more than ${bound}`,
      offset: eventOffset(this.#source, event),
      tooLarge: true,
    }, this.#source);
  }
}
