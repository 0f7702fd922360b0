/**
 * What `Handlebars.parse` yields, as far as it is read here.
 *
 * @module
 */

/** What every node has: where it stands; lines count from 1, columns from 0. */
export interface Node {
  readonly loc: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** Whether a tag was written with `~`. */
export interface Strip {
  readonly open: boolean;
  readonly close: boolean;
}

/** A sequence of statements. */
export interface Program extends Node {
  readonly body: readonly StatementNode[];
  readonly blockParams?: readonly string[];
}

/** Text outside tags. */
export interface ContentNode extends Node {
  readonly type: "ContentStatement";
  readonly value: string;
  readonly rightStripped?: boolean;
}

/** A path such as `values.k0s.version`, `../name` or `@key`. */
export interface PathNode extends Node {
  readonly type: "PathExpression";
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

/** A literal. */
export type LiteralNode =
  | (Node & { readonly type: "StringLiteral"; readonly value: string })
  | (Node & { readonly type: "NumberLiteral"; readonly value: number })
  | (Node & { readonly type: "BooleanLiteral"; readonly value: boolean })
  | (Node & { readonly type: "NullLiteral" })
  | (Node & { readonly type: "UndefinedLiteral" });

/** Arguments by name. */
export interface HashNode extends Node {
  readonly pairs: readonly {
    readonly key: string;
    readonly value: ExpressionNode;
  }[];
}

/** What all calls have: whom they call and with what. */
export interface CallNode extends Node {
  readonly path: PathNode | LiteralNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: HashNode;
}

/** A call in parentheses. */
export interface SubExpressionNode extends CallNode {
  readonly type: "SubExpression";
}

/** What stands for a value. */
export type ExpressionNode = PathNode | LiteralNode | SubExpressionNode;

/** `{{…}}`. */
export interface MustacheNode extends CallNode {
  readonly type: "MustacheStatement";
  readonly escaped: boolean;
  readonly strip: Strip;
}

/** `{{#…}}…{{else}}…{{/…}}`. */
export interface BlockNode extends CallNode {
  readonly type: "BlockStatement";
  readonly program?: Program;
  readonly inverse?: Program;
  readonly openStrip: Strip;
  readonly inverseStrip?: Strip;
  readonly closeStrip?: Strip;
}

/** `{{> …}}`. */
export interface PartialNode extends Node {
  readonly type: "PartialStatement";
  readonly name: PathNode | SubExpressionNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: HashNode;
  readonly indent: string;
  readonly strip: Strip;
}

/** `{{! … }}`. */
export interface CommentNode extends Node {
  readonly type: "CommentStatement";
  readonly strip: Strip;
}

/** Syntax that Handlebars knows and this language does not. */
export interface UnsupportedNode extends Node {
  readonly type: "Decorator" | "DecoratorBlock" | "PartialBlockStatement";
}

/** A part of a template. */
export type StatementNode =
  | ContentNode
  | MustacheNode
  | BlockNode
  | PartialNode
  | CommentNode
  | UnsupportedNode;
