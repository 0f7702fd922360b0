/**
 * docs/reference/render-config.md: every setting of `k0render.yaml`.
 *
 * @module
 */

import {
  DEFAULT_CONFIG,
  renderConfigJsonSchema,
} from "../../src/source/mod.ts";
import { code, table } from "./markdown.ts";

const INTRODUCTION = `# k0render.yaml

How a dry source is rendered. The file stands at the root of the repository, or
of the directory that \`--source\` names. It is optional, and so is every setting
but \`apiVersion\` and \`kind\`; an unknown setting is an error
([source/invalid-config](findings.md#sourceinvalid-config)), and then nothing is
rendered.

Editors check the file against the [JSON Schema](../schema/renderconfig.json):

\`\`\`yaml
# yaml-language-server: $schema=https://example.com/your-copy/renderconfig.json
apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
applyLevel: capi
\`\`\`

What a repository may not decide, such as addresses, credentials and the signing
key, is not here: see [the command line](cli.md).
`;

const NOTES = `## Notes

\`applyLevel\` and \`serviceDelivery\` can be overridden with \`--apply-level\` and
\`--service-delivery\`. Changing \`applyLevel\` of a running fleet moves objects from
one owner to another: read [from KCM](../guides/from-kcm.md) first.

An environment has every object whose file lies under one of its \`paths\` and
whose namespace is among its \`namespaces\`. What it leaves out does not restrict.
Objects without a namespace belong to every environment; a Namespace belongs
where its name is listed. What belongs to no environment is rendered nowhere, and
nothing says so: list the system namespace in each environment that needs what is
in it.
`;

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
}

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function renderConfigDocument(): string {
  const schema: Schema = JSON.parse(renderConfigJsonSchema());
  const rows = [...settings(schema, "")];
  return [
    INTRODUCTION,
    table(["setting", "value", "default", "what it says"], rows),
    NOTES,
    "## All defaults",
    "```json\n" + JSON.stringify(DEFAULT_CONFIG, undefined, 2) + "\n```",
  ].join("\n\n");
}

function* settings(schema: Schema, path: string): Generator<string[]> {
  for (const [name, setting] of Object.entries(schema.properties ?? {})) {
    const field = path === "" ? name : `${path}.${name}`;
    const isRequired = schema.required?.includes(name) ?? false;
    yield [
      code(field),
      valueText(setting),
      defaultText(setting, isRequired),
      setting.description ?? "",
    ];
    yield* settings(setting, field);
    if (setting.items !== undefined) {
      yield* settings(setting.items, `${field}[]`);
    }
  }
}

function valueText({ type, const: fixed, enum: choices, items }: Schema) {
  if (fixed !== undefined) return code(fixed);
  if (choices !== undefined) return choices.map(code).join(", ");
  return items === undefined ? type ?? "any" : `list of ${items.type}`;
}

function defaultText(
  { type, default: value }: Schema,
  isRequired: boolean,
): string {
  if (isRequired) return "required";
  if (value === undefined || type === "object") return "";
  return code(JSON.stringify(value));
}
