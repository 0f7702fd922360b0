/**
 * The paths of a tree that is being composed.
 *
 * @module
 */

/** Paths that can stand in one tree, also without upper and lower case. */
export class TakenPaths {
  readonly #files = new Map<string, string>();
  readonly #directories = new Map<string, string>();

  /**
   * @param paths The paths to begin with.
   */
  constructor(paths: Iterable<string>) {
    for (const path of paths) this.#take(path);
  }

  /**
   * Takes a path, unless another one is in its way: a file where it needs a
   * directory, a directory where it is a file, or a name that only differs in
   * upper and lower case.
   *
   * @param path The path of a file.
   * @returns The other path, or `undefined` where none is in its way.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const taken = new TakenPaths(["a/b"]);
   * assertEquals(taken.add("a"), "a");
   * assertEquals(taken.add("a/b/c"), "a/b");
   * assertEquals(taken.add("A/c"), "a");
   * assertEquals(taken.add("a/c"), undefined);
   * ```
   */
  add(path: string): string | undefined {
    const obstacle = this.#obstacle(path);
    if (obstacle === undefined) this.#take(path);
    return obstacle;
  }

  #obstacle(path: string): string | undefined {
    const folded = path.toLowerCase();
    const here = this.#files.get(folded) ?? this.#directories.get(folded);
    if (here !== undefined) return here;
    for (const directory of parents(path)) {
      const file = this.#files.get(directory.toLowerCase());
      if (file !== undefined) return file;
      const other = this.#directories.get(directory.toLowerCase());
      if (other !== undefined && other !== directory) return other;
    }
    return undefined;
  }

  #take(path: string): void {
    this.#files.set(path.toLowerCase(), path);
    for (const directory of parents(path)) {
      this.#directories.set(directory.toLowerCase(), directory);
    }
  }
}

function* parents(path: string): Generator<string> {
  for (
    let slash = path.indexOf("/");
    slash > 0;
    slash = path.indexOf("/", slash + 1)
  ) {
    yield path.slice(0, slash);
  }
}
