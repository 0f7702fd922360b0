import { roomOf } from "./floors.ts";

const PURE = new Set([
  "model",
  "yaml",
  "k0rdent",
  "templates",
  "source",
  "render",
  "validate",
  "tree",
  "diff",
  "preview",
]);

const FORBIDDEN: Readonly<Record<string, string>> = {
  "Date.now": "the clock",
  "performance.now": "the clock",
  "Math.random": "chance",
  "crypto.randomUUID": "chance",
  "crypto.getRandomValues": "chance",
};

/** Keeps clock, chance, environment and locale out of the pure rooms. */
export const pureRooms: Deno.lint.Rule = {
  create(context) {
    const room = roomOf(context.filename);
    if (room === undefined || !PURE.has(room)) return {};
    if (context.filename.endsWith("_test.ts")) return {};
    const report = (node: Deno.lint.Node, what: string) =>
      context.report({
        node,
        message: `Cannot use ${what} in "${room}": rendering is deterministic`,
      });
    return {
      MemberExpression(node) {
        if (node.property.type !== "Identifier") return;
        const property = node.property.name;
        if (/^(?:localeCompare|toLocale\w+)$/.test(property)) {
          report(node, "the locale");
        }
        if (node.object.type !== "Identifier") return;
        const name = node.object.name;
        if (name === "Deno") report(node, "the surroundings");
        if (name === "Intl") report(node, "the locale");
        const what = FORBIDDEN[`${name}.${property}`];
        if (what !== undefined) report(node, what);
      },
      NewExpression(node) {
        if (node.callee.type !== "Identifier") return;
        if (node.callee.name === "Date" && node.arguments.length === 0) {
          report(node, "the clock");
        }
      },
    };
  },
};
