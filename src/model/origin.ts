/**
 * Where in the dry source something was written.
 *
 * @module
 */

import type { FieldPath } from "./value.ts";

/** A document of the dry source. */
export interface Origin {
  /** The file's path from the root of the dry source, with `/`. */
  readonly file: string;
  /** The document's number in that file, from 0. */
  readonly document: number;
  /** The line on which the document begins, from 1. */
  readonly line: number;
  /** The object's number in the document, where the document is a List. */
  readonly item?: number;
}

/** A place in a document: the document itself, or one of its fields. */
export interface Place {
  readonly origin: Origin;
  /** The field; left out, the document as a whole. */
  readonly field?: FieldPath;
  /** Whether the field's key is meant, not its value. */
  readonly key?: boolean;
  /** A position that is known already, as of a syntax error. */
  readonly position?: Position;
}

/** A position in a file; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
