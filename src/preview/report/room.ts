/**
 * How much a page still takes before it is too long for a browser.
 *
 * @module
 */

const CHARACTERS = 3_000_000;

/** The room for details on a page; what is most important takes it first. */
export class Room {
  #left: number;

  /**
   * @param characters How many characters of details there may be.
   */
  constructor(characters: number = CHARACTERS) {
    this.#left = characters;
  }

  /**
   * Takes room for a text.
   *
   * @param characters How long it is.
   * @returns Whether there was as much room.
   *
   * @example
   * ```ts
   * import { assert } from "@std/assert";
   * const room = new Room(3);
   * assert(room.take(2));
   * assert(!room.take(2));
   * ```
   */
  take(characters: number): boolean {
    if (characters > this.#left) return false;
    this.#left -= characters;
    return true;
  }
}
