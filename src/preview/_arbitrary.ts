/**
 * Previews of any kind, with the text of an attacker in every place.
 *
 * @module
 */

import fc from "fast-check";
import type {
  ComparedUnit,
  Comparison,
  EffectGroup,
  GuardOutcome,
  UnknownUnit,
} from "../diff/comparison.ts";
import {
  type Cause,
  type Effect,
  EFFECT_KINDS,
  type FieldChange,
  type Manifest,
  type ObjectChange,
  type Value,
} from "../model/mod.ts";
import { finding } from "./_testing.ts";
import type { Preview, PreviewFinding } from "./preview.ts";

/** Texts that mean something to Markdown, HTML, a forge or the eye. */
export const HOSTILE: readonly string[] = [
  "@team/everyone",
  "@octocat",
  "#1",
  "owner/repo#12",
  "GH-1",
  "!12",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</details>",
  "<details>",
  "</code></summary>",
  "-->",
  "<!--",
  "![a](https://evil.example/x.png)",
  "[a](https://evil.example)",
  "[a]: https://evil.example",
  "https://evil.example/a",
  "www.evil.example",
  "me@evil.example",
  "<https://evil.example>",
  "`",
  "``",
  "```",
  "````````",
  "~~~",
  "a | b",
  "\\|",
  "\\",
  "**bold**",
  "_under_",
  "# heading",
  "> quote",
  "- item",
  "1. item",
  "---",
  "===",
  "&amp;",
  "&#64;here",
  "a\u202eb",
  "a\u200bb",
  "\u001b[31m",
  "\u0000",
  "\r\n\r\n# x",
  "\n\n</details>\n\n@all",
  "\n```\n@all",
  "\ud800",
  "👩‍👩‍👧",
  "$HOME",
  "{{ x }}",
  "javascript:alert(1)",
  '" onload="alert(1)',
  "' onload='alert(1)",
  "]]>",
  "\u2028",
  "é".repeat(80),
  "x".repeat(500),
];

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...HOSTILE, "eu1", "a", " "), {
      maxLength: 4,
    }).map((parts) => parts.join(" ")),
  },
);

const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
  fc.bigInt(),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text, { maxKeys: 3 }),
);

const manifest: fc.Arbitrary<Manifest> = fc.record({
  kind: fc.oneof(fc.constantFrom("Cluster", "Secret", "ConfigMap"), text),
  namespace: text,
  name: text,
  spec: value,
}).map(({ kind, namespace, name, spec }) => ({
  apiVersion: "v1",
  kind,
  metadata: { name, namespace },
  spec,
}));

const identity = fc.record({
  group: text,
  kind: text,
  namespace: text,
  name: text,
});

const path = fc.array(
  fc.oneof(
    text,
    fc.nat(9),
    fc.record({ keys: fc.dictionary(text, text, { maxKeys: 2 }) }),
  ),
  { maxLength: 4 },
);

const leaf: fc.Arbitrary<FieldChange> = fc.oneof(
  fc.record({ path, before: value, after: value }),
  fc.record({ path, before: value }),
  fc.record({ path, after: value }),
);

const field: fc.Arbitrary<FieldChange> = fc.oneof(
  leaf,
  fc.record({
    path,
    before: text,
    after: text,
    within: fc.record({
      format: fc.constantFrom("yaml", "json"),
      fields: fc.array(leaf, { maxLength: 3 }),
    }),
  }),
);

const cause: fc.Arbitrary<Cause> = fc.record({
  file: text,
  line: fc.nat(),
  field: text,
  side: fc.constantFrom("before", "after"),
});

const effect: fc.Arbitrary<Effect> = fc.record({
  kind: fc.constantFrom(...EFFECT_KINDS),
  rule: text,
  summary: text,
  object: identity,
  fields: fc.array(field, { maxLength: 3 }),
  causes: fc.array(cause, { maxLength: 3 }),
  warnings: fc.array(text, { maxLength: 2 }),
}).chain((sketch) =>
  fc.oneof(
    fc.constant(sketch),
    text.map((cluster) => ({ ...sketch, cluster })),
  )
);

const group: fc.Arbitrary<EffectGroup> = fc.record({
  kind: fc.constantFrom(...EFFECT_KINDS),
  rule: text,
  summary: text,
  objectKind: text,
  members: fc.array(
    fc.oneof(
      fc.record({ object: identity }),
      fc.record({ object: identity, cluster: text }),
    ),
    { maxLength: 8 },
  ),
  fields: fc.array(field, { maxLength: 3 }),
  exceptions: fc.array(effect, { maxLength: 2 }),
  causes: fc.array(cause, { maxLength: 5 }),
  warnings: fc.array(text, { maxLength: 2 }),
});

const unitId = fc.oneof(
  fc.record({
    kind: fc.constant("cluster" as const),
    namespace: text,
    name: text,
  }),
  fc.constant({ kind: "layer", layer: "sources" } as const),
  fc.constant({ kind: "root" } as const),
);

const change: fc.Arbitrary<ObjectChange> = fc.record({
  unit: unitId,
  applied: fc.boolean(),
}).chain((common) =>
  fc.oneof(
    manifest.map((after) => ({ ...common, kind: "added" as const, after })),
    manifest.map((before) => ({ ...common, kind: "removed" as const, before })),
    fc.record({
      kind: fc.constantFrom("changed" as const, "renamed" as const),
      before: manifest,
      after: manifest,
      fields: fc.array(field, { maxLength: 4 }),
    }).map((rest) => ({ ...common, ...rest })),
  )
);

const comparedUnit: fc.Arbitrary<ComparedUnit> = fc.record({
  unit: unitId,
  changes: fc.array(change, { maxLength: 5 }),
  effects: fc.array(effect, { maxLength: 4 }),
});

const previewFinding: fc.Arbitrary<PreviewFinding> = fc.record({
  message: text,
  file: text,
  line: fc.nat(),
  severity: fc.constantFrom("error" as const, "warning" as const),
}).map(({ message, file, line, severity }) =>
  finding(message, { file, line }, severity)
);

const unknown: fc.Arbitrary<UnknownUnit> = fc.record({
  unit: unitId,
  side: fc.constantFrom("before", "after"),
  findings: fc.array(previewFinding.map((each) => each.finding), {
    maxLength: 2,
  }),
});

const guard: fc.Arbitrary<GuardOutcome> = fc.record({
  guard: text,
  limit: text,
  state: fc.constantFrom("kept", "acknowledged", "tripped"),
  effects: fc.array(effect, { maxLength: 2 }),
  acknowledgements: fc.array(text, { maxLength: 7 }),
});

const names = fc.array(text, { maxLength: 4 });

/** Any comparison, whether it makes sense or not. */
export const arbitraryComparison: fc.Arbitrary<Comparison> = fc.record({
  clusters: fc.record({
    before: fc.nat(),
    after: fc.nat(),
    created: names,
    deleted: names,
    changed: names,
  }),
  units: fc.array(comparedUnit, { maxLength: 6 }),
  unknown: fc.array(unknown, { maxLength: 5 }),
  groups: fc.array(group, { maxLength: 12 }),
  guards: fc.array(guard, { maxLength: 5 }),
});

/** Any preview, of up to three environments. */
export const arbitraryPreview: fc.Arbitrary<Preview> = fc.record({
  version: fc.constant("0.1.0"),
  base: text,
  head: text,
  environments: fc.array(
    fc.record({
      environment: text,
      branch: text,
      links: fc.constantFrom(
        {},
        {
          compare: "https://git.example/c/a...b?x=(1)&y=`|<>\"'",
          branch: "https://git.example/b",
        },
      ),
      comparison: arbitraryComparison,
    }, { requiredKeys: ["environment", "links"] }),
    { maxLength: 3 },
  ),
  findings: fc.array(previewFinding, { maxLength: 6 }),
  problem: text,
  links: fc.constantFrom({}, { report: "https://k0render.example/p/7" }, {
    report: "javascript:alert(1)",
  }),
}, {
  requiredKeys: [
    "version",
    "base",
    "head",
    "environments",
    "findings",
    "links",
  ],
});
