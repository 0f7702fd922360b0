/**
 * Go's structs, as charts see them.
 *
 * @module
 */

import type { GoFunction } from "../go/function.ts";
import { ABSENT, GoObject } from "../go/object.ts";
import type { GoValue } from "../go/value.ts";

/** A struct with fields and methods. */
export class GoStruct extends GoObject {
  override readonly goType: string;
  readonly #fields: ReadonlyMap<string, GoValue>;
  readonly #methods: ReadonlyMap<string, () => string>;

  /**
   * @param goType The type's name.
   * @param fields The fields in their order.
   * @param methods Methods without parameters that give a text, by name.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const version = new GoStruct("common.KubeVersion", { Major: "1" });
   * assertEquals(version.field("Major"), "1");
   * ```
   */
  constructor(
    goType: string,
    fields: Readonly<Record<string, GoValue>>,
    methods: Readonly<Record<string, () => string>> = {},
  ) {
    super();
    this.goType = goType;
    this.#fields = new Map(Object.entries(fields));
    this.#methods = new Map(Object.entries(methods));
  }

  override field(name: string): GoValue | typeof ABSENT {
    return this.#fields.has(name) ? this.#fields.get(name) : ABSENT;
  }

  override method(name: string): GoFunction | undefined {
    const method = this.#methods.get(name);
    return method === undefined ? undefined : { params: [], call: method };
  }

  override entries(): readonly (readonly [string, GoValue])[] {
    return [...this.#fields];
  }

  override text(): string | undefined {
    return this.#methods.get("String")?.();
  }
}
