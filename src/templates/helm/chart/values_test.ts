import { assertEquals } from "@std/assert";
import type { Value, ValueMap } from "../../../model/mod.ts";
import { loadYaml } from "../../../yaml/mod.ts";
import { activate } from "./active_chart.ts";
import { coalesceValues } from "./coalesce.ts";
import { switchDependencies } from "./dependencies.ts";
import { importValues } from "./import_values.ts";
import { loadChart } from "./load_chart.ts";

type Files = Readonly<Record<string, string>>;

/** The final values of a chart that is given some. */
function valuesOf(files: Files, given: string, helm: 3 | 4 = 4): Value {
  const { chart, problems } = loadChart(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
  );
  if (chart === undefined) throw new Error(problems[0]?.message);
  const active = activate(chart, helm);
  const values = (loadYaml(given) ?? {}) as ValueMap;
  switchDependencies(active, values, helm);
  importValues(active, helm);
  return coalesceValues(active, values, { helm, keepNulls: false });
}

function own(values: string, dependencies = "[]"): Record<string, string> {
  return {
    "Chart.yaml": `{name: own, version: 1.0.0, dependencies: ${dependencies}}`,
    "values.yaml": values,
  };
}

const DB = {
  "charts/db/Chart.yaml": "{name: db, version: 1.2.0}",
  "charts/db/values.yaml":
    "{port: 5432, exports: {auth: {user: admin}}, deep: {a: {b: 1}}}",
};

Deno.test("values win over defaults, map by map", () => {
  const table: [defaults: string, given: string, expected: Value][] = [
    ["{a: 1}", "", { a: 1 }],
    ["{a: 1}", "{a: 2, b: 3}", { a: 2, b: 3 }],
    ["{a: {b: 1, c: 2}}", "{a: {b: 3}}", { a: { b: 3, c: 2 } }],
    ["{a: [1, 2]}", "{a: [3]}", { a: [3] }],
    ["{a: {b: 1}}", "{a: text}", { a: "text" }],
    ["{a: text}", "{a: {b: 1}}", { a: { b: 1 } }],
    ["{a: 1, b: 2}", "{a: null}", { b: 2 }],
    ["{a: {b: 1, c: 2}}", "{a: {b: null}}", { a: { c: 2 } }],
    ["{a: {b: 1}}", "{a: {c: null}}", { a: { b: 1, c: null } }],
    ["{}", "{a: null}", { a: null }],
  ];
  for (const [defaults, given, expected] of table) {
    assertEquals(valuesOf(own(defaults), given), expected, given);
  }
});

Deno.test("nulls among defaults are dropped by Helm 4, kept by Helm 3", () => {
  const files = own("{a: null, b: {c: null, d: 1}, e: [null]}");
  assertEquals(valuesOf(files, "", 4), { b: { d: 1 }, e: [null] });
  assertEquals(valuesOf(files, "", 3), {
    a: null,
    b: { c: null, d: 1 },
    e: [null],
  });
});

Deno.test("integers beyond 2^53 lose digits, as in Go's float64", () => {
  assertEquals(valuesOf(own("{a: 9007199254740993}"), ""), {
    a: 9007199254740992,
  });
});

Deno.test("a dependency is switched by its condition, else by its tags", () => {
  const dependency =
    "[{name: db, version: 1.x, condition: 'db.enabled,global.db', tags: [data]}]";
  const table: [given: string, isOn: boolean][] = [
    ["", true],
    ["{db: {enabled: false}}", false],
    ["{global: {db: false}}", false],
    ["{db: {enabled: true}, global: {db: false}}", true],
    ["{db: {enabled: text}, global: {db: false}}", false],
    ["{tags: {data: false}}", false],
    ["{tags: {data: false}, db: {enabled: true}}", true],
    ["{tags: {other: false}}", true],
  ];
  for (const [given, isOn] of table) {
    const values = valuesOf({ ...own("{}", dependency), ...DB }, given);
    const { port } = (values as { db?: ValueMap }).db ?? {};
    assertEquals(port === 5432, isOn, given);
  }
});

Deno.test("a chart is there once for each alias", () => {
  const dependencies =
    "[{name: db, version: 1.x, alias: one}, {name: db, version: '>1.1', alias: two}]";
  const values = valuesOf(
    { ...own("{two: {port: 1}}", dependencies), ...DB },
    "{one: {deep: null}}",
  ) as Record<string, ValueMap>;
  assertEquals(Object.keys(values).sort(), ["one", "two"]);
  assertEquals([values.one?.port, values.two?.port], [5432, 1]);
  assertEquals(values.one?.deep, undefined);
});

Deno.test("globals of the outer chart win in the inner one", () => {
  const values = valuesOf(
    {
      ...own("{global: {a: outer, m: {x: 1}}}"),
      ...DB,
      "charts/db/values.yaml": "{global: {a: inner, b: 2, m: {x: 2, z: 3}}}",
    },
    "{global: {c: 3}}",
  ) as { db: ValueMap };
  assertEquals(values.db.global, {
    a: "outer",
    b: 2,
    c: 3,
    m: { x: 1, z: 3 },
  });
});

Deno.test("values of a dependency are imported under a name or as exports", () => {
  const dependency =
    "[{name: db, version: 1.x, import-values: [auth, {child: deep.a, parent: my.own}, none, {child: no, parent: x}]}]";
  const { db: _, ...values } = valuesOf(
    { ...own("{my: {own: {c: 2}}}", dependency), ...DB },
    "",
  ) as ValueMap;
  assertEquals(values, {
    user: "admin",
    my: { own: { b: 1, c: 2 } },
  });
});

Deno.test("keys named like properties of objects are ordinary keys", () => {
  const keys = "{__proto__: {a: 1}, constructor: {b: 2}, toString: 3}";
  const expected = loadYaml(keys);
  assertEquals(
    valuesOf(own(keys), "{__proto__: {c: 4}, hasOwnProperty: 5}"),
    loadYaml(
      "{__proto__: {a: 1, c: 4}, constructor: {b: 2}, toString: 3, hasOwnProperty: 5}",
    ),
  );
  assertEquals(valuesOf(own("{}"), keys), expected);
  assertEquals(({} as ValueMap).a, undefined);
});
