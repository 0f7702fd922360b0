import type { UnitResult } from "../model/mod.ts";
import type { Terminal } from "./terminal.ts";

const SHOW_EVERY = 25;

/** Counts units, and shows the count where somebody watches. */
export class Progress {
  readonly #terminal: Terminal;
  #done = 0;
  #failed = 0;

  /**
   * @param terminal Where to show it.
   */
  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** How many units are done. */
  get done(): number {
    return this.#done;
  }

  /** How many of them failed. */
  get failed(): number {
    return this.#failed;
  }

  /**
   * Takes a unit that is done.
   *
   * @param result What became of it.
   *
   * @example
   * ```ts
   * const terminal = { out() {}, err() {}, colour: false, interactive: false };
   * const progress = new Progress(terminal);
   * progress.unit({ kind: "failed", id: { kind: "layer", layer: "sources" }, findings: [] });
   * ```
   */
  unit(result: UnitResult): void {
    this.#done += 1;
    if (result.kind === "failed") this.#failed += 1;
    if (this.#terminal.interactive && this.#done % SHOW_EVERY === 0) {
      this.#terminal.err(`\r${this.#done} units rendered`);
    }
  }

  /**
   * Clears the line that the count was shown on.
   *
   * @example
   * ```ts
   * const terminal = { out() {}, err() {}, colour: false, interactive: false };
   * new Progress(terminal).end();
   * ```
   */
  end(): void {
    if (this.#terminal.interactive && this.#done >= SHOW_EVERY) {
      this.#terminal.err("\r\u001b[K");
    }
  }
}
