/**
 * `.Files`: what else there is in a chart.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { marshalGo } from "../../../yaml/mod.ts";
import { fromBytes } from "../go/byte_string.ts";
import { GoBytes } from "../go/bytes.ts";
import type { GoFunction } from "../go/function.ts";
import { GoObject } from "../go/object.ts";
import { withType } from "../go/type_name.ts";
import type { GoValue } from "../go/value.ts";
import type { ChartFile } from "./chart_file.ts";
import { parseGlob } from "./glob.ts";
import { matches } from "./pattern.ts";

const NOTHING = new Uint8Array();

/** The files of a chart by their paths. */
export class Files extends GoObject {
  override readonly goType = "engine.files";
  override readonly kind = "map";
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #methods: ReadonlyMap<string, GoFunction>;

  /**
   * @param files The files.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const bytes = new TextEncoder().encode("hi\n");
   * assertEquals(new Files([{ path: "a.txt", bytes }]).get("a.txt"), "hi\n");
   * ```
   */
  constructor(files: readonly ChartFile[]) {
    super();
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]));
    this.#methods = new Map<string, GoFunction>([
      ["Get", ofText((path) => this.get(path))],
      ["GetBytes", ofText((path) => this.field(path))],
      ["Glob", ofText((pattern) => this.glob(pattern))],
      ["Lines", ofText((path) => this.lines(path))],
      ["AsConfig", { params: [], call: () => this.asConfig() }],
      ["AsSecrets", { params: [], call: () => this.asSecrets() }],
    ]);
  }

  /** A file that is not there has no bytes. */
  override field(path: string): GoBytes {
    return new GoBytes(this.#files.get(path) ?? NOTHING);
  }

  override method(name: string): GoFunction | undefined {
    return this.#methods.get(name);
  }

  override entries(): readonly (readonly [string, GoValue])[] {
    return [...this.#files].map(([path, bytes]) => [path, new GoBytes(bytes)]);
  }

  /**
   * Reads a file.
   *
   * @param path Its path.
   * @returns Its text; none where there is no such file.
   */
  get(path: string): string {
    return fromBytes(this.#files.get(path) ?? NOTHING);
  }

  /**
   * Finds files.
   *
   * @param pattern What their paths match.
   * @returns The files.
   */
  glob(pattern: string): Files {
    const glob = parseGlob(pattern);
    return new Files(
      [...this.#files].filter(([path]) => matches(glob, path))
        .map(([path, bytes]) => ({ path, bytes })),
    );
  }

  /**
   * Reads the lines of a file.
   *
   * @param path Its path.
   * @returns The lines, without an empty one at the end.
   */
  lines(path: string): string[] {
    const text = this.get(path);
    const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
    return withType(lines, "[]string");
  }

  /**
   * Writes the files as the data of a ConfigMap.
   *
   * @returns YAML: name of file → text.
   */
  asConfig(): string {
    return this.#byName(fromBytes);
  }

  /**
   * Writes the files as the data of a Secret.
   *
   * @returns YAML: name of file → base64.
   */
  asSecrets(): string {
    return this.#byName((bytes) => encodeBase64(new Uint8Array(bytes)));
  }

  #byName(write: (bytes: Uint8Array) => string): string {
    const entries = [...this.#files].map(([path, bytes]) =>
      [path.slice(path.lastIndexOf("/") + 1), write(bytes)] as const
    );
    return marshalGo(Object.fromEntries(entries)).replace(/\n$/, "");
  }
}

function ofText(answer: (argument: string) => GoValue): GoFunction {
  return {
    params: ["string"],
    call: ([argument]) => answer(argument as string),
  };
}
