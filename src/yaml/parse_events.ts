/**
 * The parser, made as lenient about indentation as Go's.
 *
 * The parser insists that a list or map in brackets, or a quoted text of
 * several lines, is indented further than its key, and that no tab stands in
 * it. Go's does not, and people write `]` below the key. There, blanks at the
 * start of a line mean nothing: so a line that the parser refuses for this is
 * indented, and the text is parsed once more.
 *
 * @module
 */

import { type Event, parseEvents as parse, YAMLException } from "js-yaml";
import type { Budget, YamlLimits } from "./limits.ts";
import { suggestRemedy } from "./suggest_remedy.ts";
import { YamlError } from "./yaml_error.ts";

/** The parser's events, and the text that their offsets count in. */
export interface ParsedText {
  readonly source: string;
  readonly events: readonly Event[];
  /** Turns an offset in `source` into one in the text as it was given. */
  originalOffset(offset: number): number;
}

/** What the parser says of a line that only it finds too little indented. */
const TOO_LITTLE_INDENTED = "deficient indentation";
const TOO_DEEP = "nesting exceeded maxDepth";
const INDENT = " ".repeat(40);
/** The parser counts a key and its value as levels of their own. */
const PARSER_LEVELS = 2;

/**
 * Parses the text of one document.
 *
 * @param text The document's text.
 * @param bounds The limits, and what is left of the whole text's budget.
 * @returns The parser's events.
 * @throws {YamlError} Where the text is not YAML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_LIMITS, newBudget } from "./limits.ts";
 * const budget = newBudget(DEFAULT_LIMITS);
 * const { events } = parseEvents("a: [\n]\n", { limits: DEFAULT_LIMITS, budget });
 * assertEquals(events.length, 7);
 * ```
 */
export function parseEvents(
  text: string,
  bounds: { readonly limits: YamlLimits; readonly budget: Budget },
): ParsedText {
  const { limits, budget } = bounds;
  const maxDepth = limits.maxDepth + PARSER_LEVELS;
  const repaired = new RepairedText(text);
  for (;;) {
    try {
      const { source } = repaired;
      const events = parse(source, { maxDepth });
      return {
        source,
        events,
        originalOffset: (at) => repaired.originalOffset(at),
      };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const offset = error.mark?.position ?? 0;
      budget.reparsed -= repaired.source.length;
      const isRepaired = error.reason === TOO_LITTLE_INDENTED &&
        budget.reparsed >= 0 && repaired.repair(offset);
      if (!isRepaired) {
        if (error.reason.startsWith(TOO_DEEP)) throw tooDeep(text, limits);
        throw syntaxError(repaired, { reason: error.reason, offset });
      }
    }
  }
}

class RepairedText {
  readonly original: string;
  source: string;
  /** Where the first repair was made, in the original. */
  firstRepair: number | undefined;
  /** Where indents were put in, in the order of the source. */
  readonly #indents: number[] = [];

  constructor(text: string) {
    this.original = text;
    this.source = text;
  }

  /**
   * Turns the tabs before an offset into spaces or, where there are none,
   * indents the line that begins there; each line only once.
   */
  repair(offset: number): boolean {
    const blankStart = beforeBlanks(this.source, offset);
    const blanks = this.source.slice(blankStart, offset);
    const isLineStart = /[\r\n]/.test(this.source.charAt(blankStart - 1));
    const hasTab = blanks.includes("\t");
    if (!hasTab && (!isLineStart || this.#indents.at(-1) === blankStart)) {
      return false;
    }
    this.firstRepair ??= this.originalOffset(offset);
    if (!hasTab) this.#indents.push(blankStart);
    this.source = this.source.slice(0, blankStart) +
      (hasTab ? " ".repeat(blanks.length) : INDENT + blanks) +
      this.source.slice(offset);
    return true;
  }

  originalOffset(offset: number): number {
    let added = 0;
    for (const indent of this.#indents) {
      added += Math.min(Math.max(offset - indent, 0), INDENT.length);
    }
    return offset - added;
  }
}

function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return start;
}

function syntaxError(
  repaired: RepairedText,
  problem: { reason: string; offset: number },
): YamlError {
  const { original, firstRepair } = repaired;
  const isAtEnd = problem.offset >= repaired.source.trimEnd().length;
  if (
    problem.reason === TOO_LITTLE_INDENTED ||
    (firstRepair !== undefined && isAtEnd)
  ) {
    return new YamlError({
      message:
        "Cannot parse YAML: a quote or bracket that opens before this place is not closed",
      offset: firstRepair ?? problem.offset,
      remedy:
        "Close it, or indent this line further than its key, without tabs",
    }, original);
  }
  const offset = repaired.originalOffset(problem.offset);
  return new YamlError({
    message: `Cannot parse YAML: ${problem.reason}`,
    offset,
    remedy: suggestRemedy(original, offset),
  }, original);
}

function tooDeep(text: string, { maxDepth }: YamlLimits): YamlError {
  const message = `Cannot read the text: more than ${maxDepth} levels`;
  return new YamlError({ message, offset: 0, tooLarge: true }, text);
}
