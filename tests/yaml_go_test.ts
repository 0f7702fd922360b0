/** Both directions between k0render's YAML and Go's, over generated text. */

import { assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Value } from "../src/model/value.ts";
import {
  AWKWARD_STRINGS,
  awkwardString,
  awkwardValue,
} from "./arbitrary_yaml.ts";
import { emitYaml, loadYaml, marshalGo, YamlError } from "../src/yaml/mod.ts";
import { type GoAnswer, startGoYaml } from "./go_yaml.ts";
import { requirement } from "./requirements.ts";

const ignore = !(await requirement("go"));
/** Each run asks about as many texts at once. */
const RUNS = { numRuns: 40, endOnFailure: true };
const BATCH = { minLength: 100, maxLength: 100 };

/** What Go's Marshal refuses or alters itself on the way through JSON. */
const UNFAITHFUL = /[\x7F-\x9F]|\\u202[89]/;

/** Keys whose order Go leaves to chance: 190 < 1e3 < 7t < 190. */
const UNORDERED = /\d\D/;

/** Where Go ignores what follows a first value, or reads odd characters. */
const STRICTER = /[?:\r\n\t\x7F-\x9F\u2028\u2029\uFEFF]|^ *[!&[{|>'"]|^\.\.\./;

Deno.test({
  name: "Go reads what emitYaml() writes as the same value",
  ignore,
  async fn() {
    await using go = await startGoYaml();
    await agree(awkwardValue(), async (values) => {
      const texts = values.map(emitYaml);
      const answers = await go.ask(texts.map((text) => ({ do: "read", text })));
      return texts.map((
        text,
        i,
      ) => [text, toJson(values[i]!), fromGo(answers[i]!)]);
    });
  },
});

Deno.test({
  name: "marshalGo() writes the bytes of sigs.k8s.io/yaml",
  ignore,
  async fn() {
    await using go = await startGoYaml();
    const key = awkwardString().filter((text) => !UNORDERED.test(text));
    const faithful = awkwardValue(key).filter((value) =>
      !UNFAITHFUL.test(toJson(value))
    );
    await agree(faithful, async (values) => {
      const texts = values.map(toJson);
      const answers = await go.ask(
        texts.map((text) => ({ do: "write", text })),
      );
      return texts.map((
        text,
        i,
      ) => [text, marshalGo(values[i]!), answers[i]!.text]);
    });
  },
});

Deno.test({
  name: "yaml.v2 and yaml.v3 read every awkward string as that string",
  ignore,
  async fn() {
    await using go = await startGoYaml();
    const strings = fc.oneof(
      fc.constantFrom(...AWKWARD_STRINGS),
      awkwardString(),
    );
    for (const reader of ["v2", "v3"] as const) {
      await agree(strings, async (values) => {
        const answers = await go.ask(
          values.map((v) => ({ do: reader, text: emitYaml({ v }) })),
        );
        return values.map((
          text,
          i,
        ) => [text, `string:${text}`, answers[i]!.text]);
      });
    }
  },
});

Deno.test({
  name: "loadYaml() reads unquoted scalars as Go does, as values and as keys",
  ignore,
  async fn() {
    await using go = await startGoYaml();
    const plain = awkwardString().filter((text) => !STRICTER.test(text));
    const field = fc.tuple(plain, fc.boolean())
      .map(([text, isKey]) => isKey ? `${text}: 1\n` : `v: ${text}\n`);
    await agree(field, async (texts) => {
      const answers = await go.ask(texts.map((text) => ({ do: "read", text })));
      return texts.map((text, i) => [text, read(text), fromGo(answers[i]!)]);
    });
  },
});

Deno.test({
  name: "loadYaml() reads documents as Go does, wherever both read them",
  ignore,
  async fn() {
    await using go = await startGoYaml();
    await agree(document(), async (texts) => {
      const answers = await go.ask(texts.map((text) => ({ do: "read", text })));
      return texts.map((text, i) =>
        [text, read(text), fromGo(answers[i]!)] as const
      )
        .filter(([, ours, theirs]) =>
          isCollection(ours) && isCollection(theirs)
        );
    });
  },
});

/** Fails on the first batch of inputs where ours and Go's differ. */
async function agree<T>(
  input: fc.Arbitrary<T>,
  compare: (inputs: T[]) => Promise<(readonly [string, string, string])[]>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(input, BATCH), async (inputs) => {
      const rows = await compare(inputs);
      assertEquals(rows.filter(([, ours, theirs]) => ours !== theirs), []);
    }),
    RUNS,
  );
}

function isCollection(json: string): boolean {
  return json.startsWith("{") || json.startsWith("[");
}

/** Lines of YAML that do and do not fit together. */
function document(): fc.Arbitrary<string> {
  const indent = fc.constantFrom("", "", "", "  ", "    ", " ");
  const key = fc.constantFrom(
    ...[
      "a: ",
      "b:  ",
      "on: ",
      '"q": ',
      "x y: ",
      "<<: ",
      "? a",
      "1.5: ",
      "&k a: ",
    ],
    ...["- ", "- ", "- a: ", "- - ", ""],
  );
  const value = fc.constantFrom(
    ...[
      "1",
      "x",
      "yes",
      "'it''s'",
      '"a\\tb\\u00e9"',
      "[1, 2]",
      "{a: 1, b: [x]}",
    ],
    ...[
      "[a, b: c]",
      "[",
      "]",
      "{",
      "}",
      "{a, b}",
      "*x",
      "&x 1",
      "&x {m: 1}",
      "|",
    ],
    ...[
      "|-",
      ">",
      "|+",
      ">-",
      "|2",
      "# c",
      "x # c",
      "x#y",
      "",
      "!!str 1",
      "a: b",
    ],
    ...[
      "http://a:80/b",
      '"multi',
      '"',
      "'",
      "a, b",
      "{{ x }}",
      "\t1",
      "-1",
      "more",
    ],
  );
  const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n");
  const line = fc.tuple(indent, key, value, end).map((parts) => parts.join(""));
  return fc.array(line, { minLength: 1, maxLength: 7 })
    .map((lines) => lines.join(""));
}

function read(text: string): string {
  try {
    return toJson(loadYaml(text));
  } catch (error) {
    if (error instanceof YamlError) return "refused";
    throw error;
  }
}

function fromGo(answer: GoAnswer): string {
  return answer.error === undefined ? answer.text : "refused";
}

/** The very text that Go makes of a value. */
function toJson(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  if (typeof value === "bigint") return String(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "string") return quoteJson(value);
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value)
    .map(([key, field]) => ({ key, order: utf8(key), field }))
    .sort((a, b) => a.order < b.order ? -1 : 1)
    .map(({ key, field }) => `${quoteJson(key)}:${toJson(field)}`);
  return `{${fields.join(",")}}`;
}

function quoteJson(text: string): string {
  return JSON.stringify(text)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The bytes of a text, as a string that sorts as they do. */
function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
