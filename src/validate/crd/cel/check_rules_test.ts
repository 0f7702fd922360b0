import { assertEquals } from "@std/assert";
import { formatPath, type Value } from "../../../model/mod.ts";
import type { CelRule, CrdSchema } from "../schema.ts";
import { toCel } from "./cel_value.ts";
import { checkRules } from "./check_rules.ts";
import { readRules } from "./rule_tree.ts";

function ruled(rule: string | CelRule, schema: CrdSchema = {}): CrdSchema {
  const source = typeof rule === "string" ? { rule, message: "broken." } : rule;
  return { ...schema, "x-kubernetes-validations": [source] };
}

const INTEGER: CrdSchema = { type: "integer" };
const FIELDS: CrdSchema = {
  properties: {
    a: INTEGER,
    import: {},
    "b-c": {},
    at: { format: "date-time" },
  },
};
const LIST = Array.from({ length: 2000 }, (_, index) => index);

const CASES: readonly [string, CrdSchema, Value, string[]][] = [
  ["accepts what keeps a rule", ruled("self.a > 0", FIELDS), { a: 1 }, []],
  ["finds what breaks a rule", ruled("self.a > 0", FIELDS), { a: 0 }, [
    ": broken",
  ]],
  [
    "says the rule where it has no message",
    ruled({ rule: "self > 1" }, INTEGER),
    1,
    [
      ': the rule "self > 1" fails',
    ],
  ],
  [
    "evaluates the expression of a message",
    ruled({
      rule: "self > 1",
      message: "too small",
      messageExpression: "'got ' + string(self)",
    }, INTEGER),
    1,
    [": got 1"],
  ],
  [
    "falls back to the message where its expression fails",
    ruled({
      rule: "self > 1",
      message: "too small",
      messageExpression: "self.missing",
    }, INTEGER),
    1,
    [": too small"],
  ],
  [
    "blames the field that the rule names",
    ruled({ rule: "has(self.x)", message: "no x", fieldPath: ".x['y.z']" }),
    {},
    ['x["y.z"]: no x'],
  ],
  [
    "goes into fields, lists and maps",
    {
      properties: {
        list: { items: ruled("self > 1", INTEGER) },
        map: { additionalProperties: ruled("self > 1", INTEGER) },
      },
    },
    { list: [2, 1], map: { "a.b": 0 } },
    [
      "list[1]: broken",
      'map["a.b"]: broken',
    ],
  ],
  [
    "knows fields whose names are no words of CEL",
    ruled("has(self.__import__) && self.b__dash__c == 'x'", FIELDS),
    { import: 1, "b-c": "x" },
    [],
  ],
  [
    "knows times",
    ruled("self.at < timestamp('2030-01-01T00:00:00Z')", FIELDS),
    { at: "2020-01-01T00:00:00Z" },
    [],
  ],
  ["knows Kubernetes' functions", ruled("self.all(i, isIP(i) || isCIDR(i))"), [
    "10.0.0.1",
    "fd00::/8",
    "10.0.0.0/8",
  ], []],
  [
    "leaves out what compares with the former object",
    ruled("self == oldSelf"),
    1,
    [],
  ],
  [
    "matches by RE2",
    ruled("(self).matches('^(a+)+$') && 'matches'.matches('m')"),
    `${"a".repeat(50_000)}b`,
    [": broken"],
  ],
  ["passes over nulls", ruled("self > 0", INTEGER), null, []],
  ["notes a rule that cannot be read", ruled("self =="), 1, [
    "? Unexpected token: EOF",
  ]],
  ["notes a function that it does not know", ruled("quantity(self) > 1"), "1", [
    "? found no matching overload for 'quantity(dyn)'",
  ]],
  ["notes a rule that fails on a value", ruled("self.a.b > 0", FIELDS), {}, [
    "? No such key: a",
  ]],
  [
    "notes a rule that could take too long",
    ruled("self.all(x, self.exists(y, x == y))"),
    LIST,
    ["? it could take too many steps"],
  ],
];

for (const [criterion, schema, value, expected] of CASES) {
  Deno.test(`checkRules() ${criterion}`, () => {
    const tree = readRules(schema) ?? { rules: [], fields: new Map() };
    const { problems, unchecked } = checkRules(toCel(value, schema), tree);
    assertEquals([
      ...problems.map(({ path, detail }) => `${formatPath(path)}: ${detail}`),
      ...unchecked.map(({ reason }) => `? ${reason}`),
    ], expected);
  });
}

Deno.test("checkRules() bounds the work of all rules of an object", () => {
  const rule = { rule: "self.all(x, x >= 0)" };
  const schema = {
    items: { items: INTEGER, "x-kubernetes-validations": [rule] },
  };
  const lists = Array.from({ length: 2000 }, () => LIST);
  const tree = readRules(schema);
  if (tree === undefined) throw new Error("Cannot find the rules");
  const { problems, unchecked } = checkRules(toCel(lists, schema), tree);
  assertEquals(problems, []);
  assertEquals(unchecked.length > 0, true);
});
