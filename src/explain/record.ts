/**
 * What was found out about the values of rendered objects.
 *
 * @module
 */

import type { FieldPath } from "../model/mod.ts";
import type { Feeder, Source } from "./source.ts";

/** Which sources feed which values of which objects. */
export class FeederRecord {
  readonly #fields = new Map<string, Map<string, Map<Source, Feeder>>>();
  readonly #objects = new Map<string, Set<Source>>();

  /**
   * Notes that a value has to do with a source.
   *
   * @param object The key of the object.
   * @param path The value's place in it.
   * @param feeder The source, and the part that it has.
   */
  add(object: string, path: FieldPath, feeder: Feeder): void {
    const fields = this.#fields.get(object) ?? new Map();
    this.#fields.set(object, fields);
    const key = JSON.stringify(path);
    const feeders: Map<Source, Feeder> = fields.get(key) ?? new Map();
    fields.set(key, feeders);
    if (feeders.get(feeder.source)?.role === "gives") return;
    feeders.set(feeder.source, feeder);
  }

  /**
   * Notes that an object would not be there without a source as it is.
   *
   * @param object The key of the object.
   * @param source The source.
   */
  addObject(object: string, source: Source): void {
    const sources = this.#objects.get(object) ?? new Set();
    this.#objects.set(object, sources.add(source));
  }

  /**
   * What feeds a value.
   *
   * @param object The key of the object.
   * @param path The value's place in it.
   * @returns The sources; those that give the value come first.
   */
  feeders(object: string, path: FieldPath): readonly Feeder[] {
    const found = this.#fields.get(object)?.get(JSON.stringify(path));
    const rank = ({ role }: Feeder) => role === "gives" ? 0 : 1;
    return [...found?.values() ?? []].sort((a, b) => rank(a) - rank(b));
  }

  /**
   * What an object would not be there without.
   *
   * @param object The key of the object.
   * @returns The sources.
   */
  reasons(object: string): readonly Source[] {
    return [...this.#objects.get(object) ?? []];
  }

  /**
   * The values that a source feeds.
   *
   * @param source The source.
   * @returns Keys of objects, places in them, and the part it has.
   */
  *reached(
    source: Source,
  ): Generator<{ object: string; path: FieldPath; role: Feeder["role"] }> {
    for (const [object, fields] of this.#fields) {
      for (const [key, feeders] of fields) {
        const role = feeders.get(source)?.role;
        if (role !== undefined) yield { object, path: JSON.parse(key), role };
      }
    }
  }
}
