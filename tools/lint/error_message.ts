/**
 * What is wrong with an error message, by the grammar of CONTRIBUTING.md.
 *
 * @param text The message; parts that are computed stand as `{}`.
 * @returns What is wrong, or `undefined`.
 */
export function messageFault(text: string): string | undefined {
  if (/^[a-z]/.test(text)) return "it does not begin with a capital letter";
  if (/[^.]\.$/.test(text)) return "it ends with a period";
  if (/\b(?:can't|don't|isn't|doesn't|won't|couldn't|wasn't)\b/i.test(text)) {
    return "it has a contraction";
  }
  if (/'\{\}'|`\{\}`/.test(text)) return "a value is not in double quotes";
  return undefined;
}

/** Holds the messages of errors and findings to the grammar. */
export const errorMessage: Deno.lint.Rule = {
  create(context) {
    const check = (node: Deno.lint.Node | undefined) => {
      const text = node === undefined ? undefined : literalText(node);
      if (text === undefined || text === "") return;
      const fault = messageFault(text);
      if (fault === undefined) return;
      context.report({
        node: node as Deno.lint.Node,
        message: `Cannot accept the message ${JSON.stringify(text)}: ${fault}`,
      });
    };
    return {
      NewExpression(node) {
        if (node.callee.type !== "Identifier") return;
        if (/Error$/.test(node.callee.name)) check(node.arguments[0]);
      },
      CallExpression(node) {
        if (node.callee.type !== "Identifier") return;
        if (node.callee.name === "makeFinding") check(node.arguments[1]);
      },
    };
  },
};

function literalText(node: Deno.lint.Node): string | undefined {
  if (node.type === "Literal") {
    return typeof node.value === "string" ? node.value : undefined;
  }
  if (node.type === "TemplateLiteral") {
    return node.quasis.map((quasi) => quasi.cooked).join("{}");
  }
  return undefined;
}
