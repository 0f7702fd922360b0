/**
 * What a template is once it has been parsed.
 *
 * @module
 */

import type { Constant } from "./number_constant.ts";

/** The text that nodes were parsed from. */
export interface SourceText {
  /** The template's name, as errors name it. */
  readonly name: string;
  readonly text: string;
}

interface Located {
  readonly source: SourceText;
  /** Where the node begins, in UTF-16 units. */
  readonly position: number;
}

/** `.a.b` */
export interface FieldNode extends Located {
  readonly kind: "field";
  readonly names: readonly string[];
}

/** `$x` or `$x.a.b`; the first name is the variable's, with its `$`. */
export interface VariableNode extends Located {
  readonly kind: "variable";
  readonly names: readonly string[];
}

/** `(pipeline).a.b` */
export interface ChainNode extends Located {
  readonly kind: "chain";
  readonly node: Operand;
  readonly names: readonly string[];
}

/** A function's name. */
export interface IdentifierNode extends Located {
  readonly kind: "identifier";
  readonly name: string;
}

/** A constant number. */
export interface NumberNode extends Located {
  readonly kind: "number";
  readonly text: string;
  readonly constant: Constant;
}

/** A constant string. */
export interface StringNode extends Located {
  readonly kind: "string";
  readonly quoted: string;
  readonly text: string;
}

/** `true` or `false` */
export interface BoolNode extends Located {
  readonly kind: "bool";
  readonly value: boolean;
}

/** `.` or `nil` */
export interface WordNode extends Located {
  readonly kind: "dot" | "nil";
}

/** Commands, each given the value of the one before. */
export interface PipeNode extends Located {
  readonly kind: "pipe";
  readonly assigns: boolean;
  readonly variables: readonly VariableNode[];
  readonly commands: readonly CommandNode[];
}

/** An operand and its arguments. */
export interface CommandNode extends Located {
  readonly kind: "command";
  readonly operands: readonly [Operand, ...Operand[]];
}

/** A part of a command. */
export type Operand =
  | FieldNode
  | VariableNode
  | ChainNode
  | IdentifierNode
  | NumberNode
  | StringNode
  | BoolNode
  | WordNode
  | PipeNode;

/** Text outside actions. */
export interface TextNode extends Located {
  readonly kind: "text";
  readonly text: string;
}

/** A pipeline whose value is written out. */
export interface ActionNode extends Located {
  readonly kind: "action";
  readonly pipe: PipeNode;
}

/** `if`, `with` or `range`. */
export interface BranchNode extends Located {
  readonly kind: "if" | "with" | "range";
  readonly pipe: PipeNode;
  readonly body: readonly Statement[];
  readonly otherwise?: readonly Statement[];
}

/** `template` */
export interface TemplateNode extends Located {
  readonly kind: "template";
  readonly name: string;
  readonly pipe?: PipeNode;
}

/** `break` or `continue` */
export interface JumpNode extends Located {
  readonly kind: "break" | "continue";
}

/** A part of a template's body. */
export type Statement =
  | TextNode
  | ActionNode
  | BranchNode
  | TemplateNode
  | JumpNode;

/** A node that an error can point at. */
export type Node = Statement | Operand | CommandNode;

/** A template of a file: the file's own, or one that it defines. */
export interface Definition {
  readonly name: string;
  readonly body: readonly Statement[];
}

/**
 * Whether a body would write nothing but space.
 *
 * @param body The body.
 * @returns Whether it holds nothing but space.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isEmptyBody([]));
 * ```
 */
export function isEmptyBody(body: readonly Statement[]): boolean {
  return body.every((node) => node.kind === "text" && node.text.trim() === "");
}
