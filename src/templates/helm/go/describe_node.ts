/**
 * Writes nodes as Go's errors show them.
 *
 * @module
 */

import type { Node, Operand, PipeNode } from "./node.ts";
import { quote } from "./quote.ts";

/**
 * Writes a node as Go's errors do, which is about how it stood in the template.
 *
 * @param node The node.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { name: "t", text: "{{.a.b}}" };
 * const node = { kind: "field", names: ["a", "b"], source, position: 4 } as const;
 * assertEquals(describeNode(node), ".a.b");
 * ```
 */
export function describeNode(node: Node): string {
  switch (node.kind) {
    case "action":
      return `{{${describePipe(node.pipe)}}}`;
    case "template":
      return describeTemplate(node.name, node.pipe);
    case "command":
      return node.operands.map(describeArgument).join(" ");
    case "text":
      return node.text;
    case "if":
    case "with":
    case "range":
      return `{{${node.kind} ${describePipe(node.pipe)}}}`;
    case "break":
    case "continue":
      return `{{${node.kind}}}`;
    default:
      return describeOperand(node);
  }
}

function describeOperand(node: Operand): string {
  switch (node.kind) {
    case "field":
      return node.names.map((name) => `.${name}`).join("");
    case "variable":
      return node.names.join(".");
    case "chain":
      return [describeArgument(node.node), ...node.names].join(".");
    case "identifier":
      return node.name;
    case "number":
      return node.text;
    case "string":
      return node.quoted;
    case "bool":
      return String(node.value);
    case "dot":
      return ".";
    case "nil":
      return "nil";
    case "pipe":
      return describePipe(node);
  }
}

function describeArgument(node: Operand): string {
  const text = describeOperand(node);
  return node.kind === "pipe" ? `(${text})` : text;
}

function describePipe(pipe: PipeNode): string {
  const commands = pipe.commands.map(describeNode).join(" | ");
  if (pipe.variables.length === 0) return commands;
  const variables = pipe.variables.map(describeOperand).join(", ");
  return `${variables} ${pipe.assigns ? "=" : ":="} ${commands}`;
}

function describeTemplate(name: string, pipe: PipeNode | undefined): string {
  const data = pipe === undefined ? "" : ` ${describePipe(pipe)}`;
  return `{{template ${quote(name)}${data}}}`;
}
