/**
 * Reading of files that people wrote: every problem is a finding.
 *
 * @module
 */

import { type Finding, makeFinding } from "../model/finding.ts";
import type { Origin, Position } from "../model/origin.ts";
import { type Identity, identityOf, isManifest } from "../model/manifest.ts";
import { formatPath, type Value } from "../model/value.ts";
import type { Composed } from "./composer.ts";
import type { DuplicateKey } from "./duplicate_key.ts";
import {
  type Budget,
  DEFAULT_LIMITS,
  newBudget,
  type YamlLimits,
} from "./limits.ts";
import { readDocument } from "./read_document.ts";
import { YAML_RULES } from "./rules.ts";
import {
  contentOffset,
  type DocumentSpan,
  splitDocuments,
} from "./split_documents.ts";
import { checkCharacters } from "./check_characters.ts";
import { positionAt, YamlError } from "./yaml_error.ts";

/** A document of a file. */
export interface YamlDocument {
  readonly origin: Origin;
  readonly value: Value;
  /** The exact text, without its `---` line. */
  readonly text: string;
}

/** What a file holds, and what is wrong with it. */
export interface YamlFile {
  readonly documents: YamlDocument[];
  readonly findings: Finding[];
}

/** How a file is to be read. */
export interface ParseOptions {
  /** The file's path, for origins. Defaults to `""`. */
  readonly file?: string;
  readonly limits?: YamlLimits;
  /** Whether a duplicate key is a finding. Defaults to `"error"`. */
  readonly duplicateKeys?: "error" | "last-wins";
}

/**
 * Reads a file of YAML documents as Kubernetes does.
 *
 * A document that cannot be read gives a finding and does not hide the others.
 * One with duplicate keys gives a finding and its value, the last key winning.
 *
 * @param text The file's text.
 * @param options Its path, the limits, and the treatment of duplicate keys.
 * @returns The documents that hold anything, and the findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { documents, findings } = parseYaml("a: on\n---\nb: [\n---\nc: 0x10\n");
 * assertEquals(documents.map(({ value }) => value), [{ a: true }, { c: 16 }]);
 * assertEquals(findings[0]?.place?.position, { line: 4, column: 1 });
 * ```
 */
export function parseYaml(text: string, options: ParseOptions = {}): YamlFile {
  const reader = new FileReader(text, options);
  reader.read();
  return { documents: reader.documents, findings: reader.findings };
}

class FileReader {
  readonly documents: YamlDocument[] = [];
  readonly findings: Finding[] = [];
  readonly #text: string;
  readonly #file: string;
  readonly #limits: YamlLimits;
  readonly #budget: Budget;
  readonly #reportDuplicates: boolean;
  /** The line of `#lineOffset`: lines are counted once, not once per document. */
  #line = 1;
  #lineOffset = 0;

  constructor(text: string, options: ParseOptions) {
    this.#text = text;
    this.#file = options.file ?? "";
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#budget = newBudget(this.#limits);
    this.#reportDuplicates = options.duplicateKeys !== "last-wins";
  }

  read(): void {
    const problem = checkCharacters(this.#text, this.#limits);
    if (problem !== undefined) {
      const origin = { file: this.#file, document: 0, line: 1 };
      this.#report(new YamlError(problem, this.#text), origin, 1);
      return;
    }
    const spans = splitDocuments(this.#text);
    for (const [document, span] of spans.entries()) {
      if (document === this.#limits.maxDocuments) {
        this.#reportTooManyDocuments(span, document);
        return;
      }
      this.#readDocument(span, document);
    }
  }

  #readDocument(span: DocumentSpan, document: number): void {
    const textLine = this.#lineAt(span.start);
    const content = contentOffset(this.#text, span.start, span.end);
    const line = this.#lineAt(content);
    const origin = { file: this.#file, document, line };
    const text = this.#text.slice(span.start, span.end);
    try {
      const composed = readDocument(text, {
        limits: this.#limits,
        budget: this.#budget,
      });
      const { value } = composed;
      if (value !== null) this.documents.push({ origin, value, text });
      if (this.#reportDuplicates) {
        this.#duplicates(composed, { origin, text, textLine });
      }
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      this.#report(error, origin, textLine);
    }
  }

  #duplicates(
    composed: Composed,
    where: { origin: Origin; text: string; textLine: number },
  ): void {
    const object = isManifest(composed.value)
      ? { object: identityOf(composed.value) }
      : {};
    for (const duplicate of composed.duplicates) {
      this.findings.push(duplicateFinding(duplicate, { ...where, ...object }));
    }
  }

  #report(error: YamlError, origin: Origin, textLine: number): void {
    const rule =
      YAML_RULES[error.problem.tooLarge ? "yaml/too-large" : "yaml/syntax"];
    const position = { line: error.line + textLine - 1, column: error.column };
    const remedy = error.problem.remedy === undefined
      ? {}
      : { remedy: error.problem.remedy };
    const place = { origin, position };
    this.findings.push(makeFinding(rule, error.message, { place, ...remedy }));
  }

  #reportTooManyDocuments(span: DocumentSpan, document: number): void {
    const origin = {
      file: this.#file,
      document,
      line: this.#lineAt(span.start),
    };
    const message =
      `Cannot read the rest of the file: more than ${this.#limits.maxDocuments} documents`;
    const error = new YamlError({ message, offset: 0, tooLarge: true }, "");
    this.#report(error, origin, origin.line);
  }

  #lineAt(offset: number): number {
    const { line } = positionAt(
      this.#text.slice(this.#lineOffset, offset),
      offset - this.#lineOffset,
    );
    this.#line += line - 1;
    this.#lineOffset = offset;
    return this.#line;
  }
}

function duplicateFinding(
  { path, first, second }: DuplicateKey,
  where: { origin: Origin; text: string; textLine: number; object?: Identity },
): Finding {
  const { origin, text, textLine, object } = where;
  const place = (offset: number) => {
    const { line, column } = positionAt(text, offset);
    const position: Position = { line: line + textLine - 1, column };
    return { origin, field: path, key: true, position };
  };
  return makeFinding(
    YAML_RULES["yaml/duplicate-key"],
    `Cannot tell which "${
      formatPath(path)
    }" is meant: the key stands twice in one map`,
    {
      place: place(second),
      related: [{ place: place(first), message: "The first of the two" }],
      ...(object === undefined ? {} : { object }),
    },
  );
}
