import { dirname, join } from "@std/path";
import { floorOf, roomOf } from "./floors.ts";

/** Refuses imports that lead to a higher floor of the house. */
export const layers: Deno.lint.Rule = {
  create(context) {
    const room = roomOf(context.filename);
    if (room === undefined) return {};
    const check = (
      node:
        | Deno.lint.ImportDeclaration
        | Deno.lint.ExportAllDeclaration
        | Deno.lint.ExportNamedDeclaration
        | Deno.lint.ImportExpression,
    ) => {
      const source = node.source;
      if (source?.type !== "Literal" || typeof source.value !== "string") {
        return;
      }
      if (!source.value.startsWith(".")) return;
      const target = roomOf(join(dirname(context.filename), source.value));
      if (target === undefined || target === room) return;
      if (floorOf(room) < 0 || floorOf(target) < 0) {
        context.report({
          node,
          message: `Cannot place "${
            floorOf(room) < 0 ? room : target
          }": no floor in tools/lint/floors.ts has this room`,
        });
        return;
      }
      if (floorOf(target) > floorOf(room)) {
        context.report({
          node,
          message:
            `Cannot import "${target}" from "${room}": it stands on a higher floor`,
        });
      }
    };
    return {
      ImportDeclaration: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      ImportExpression: check,
    };
  },
};
