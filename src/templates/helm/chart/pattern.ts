/**
 * Patterns for paths, matched in time that no pattern can blow up: all
 * positions that a pattern may have reached are followed at once.
 *
 * @module
 */

/** A part of a pattern. */
export type PatternPart =
  | { readonly kind: "literal"; readonly text: string }
  /** One character, but no `/`. */
  | { readonly kind: "one" }
  /** Any number of characters, none of them a `/`. */
  | { readonly kind: "some" }
  /** Any number of any characters. */
  | { readonly kind: "all" }
  | { readonly kind: "class"; readonly accepts: (char: string) => boolean }
  | { readonly kind: "either"; readonly options: readonly Pattern[] };

/** A pattern: its parts in their order. */
export type Pattern = readonly PatternPart[];

/**
 * Whether a pattern matches a whole path.
 *
 * @param pattern The pattern.
 * @param path The path.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const pattern: Pattern = [{ kind: "some" }, { kind: "literal", text: ".txt" }];
 * assert(matches(pattern, "a.txt"));
 * assert(!matches(pattern, "dir/a.txt"));
 * ```
 */
export function matches(pattern: Pattern, path: string): boolean {
  const text = [...path];
  return follow(pattern, text, new Set([0])).has(text.length);
}

function follow(
  pattern: Pattern,
  text: readonly string[],
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  let positions = starts;
  for (const part of pattern) {
    if (positions.size === 0) return positions;
    positions = step(part, text, positions);
  }
  return positions;
}

function step(
  part: PatternPart,
  text: readonly string[],
  positions: ReadonlySet<number>,
): ReadonlySet<number> {
  switch (part.kind) {
    case "literal":
      return advance(text, positions, part.text);
    case "one":
      return consume(text, positions, (char) => char !== "/");
    case "class":
      return consume(text, positions, part.accepts);
    case "some":
      return spread(text, positions, (char) => char !== "/");
    case "all":
      return spread(text, positions, () => true);
    case "either":
      return new Set(
        part.options.flatMap((option) => [...follow(option, text, positions)]),
      );
  }
}

function advance(
  text: readonly string[],
  positions: ReadonlySet<number>,
  literal: string,
): Set<number> {
  const wanted = [...literal];
  const there = [...positions].filter((position) =>
    wanted.every((char, index) => text[position + index] === char)
  );
  return new Set(there.map((position) => position + wanted.length));
}

function consume(
  text: readonly string[],
  positions: ReadonlySet<number>,
  accepts: (char: string) => boolean,
): Set<number> {
  const there = [...positions].filter((position) => {
    const char = text[position];
    return char !== undefined && accepts(char);
  });
  return new Set(there.map((position) => position + 1));
}

function spread(
  text: readonly string[],
  positions: ReadonlySet<number>,
  accepts: (char: string) => boolean,
): Set<number> {
  const reached = new Set<number>();
  for (const start of positions) {
    let position = start;
    while (!reached.has(position)) {
      reached.add(position);
      const char = text[position];
      if (char === undefined || !accepts(char)) break;
      position++;
    }
  }
  return reached;
}
