import { assertEquals } from "@std/assert";
import type { FieldChange } from "../../model/mod.ts";
import { type FieldView, viewFields } from "./field_view.ts";

const PORT = { keys: { name: "http" } };

Deno.test("viewFields() shows each change the way it reads best", () => {
  const table: [FieldChange, FieldView[]][] = [
    [{ path: ["spec", "a"], before: 1, after: "1" }, [
      { kind: "value", path: "spec.a", before: "1", after: '"1"' },
    ]],
    [{ path: ["spec", "ports", PORT], after: null }, [
      { kind: "value", path: "spec.ports[name=http]", after: "null" },
    ]],
    [{ path: ["a"], before: 12345678901234567890n }, [
      { kind: "value", path: "a", before: "12345678901234567890" },
    ]],
    [{ path: ["a"], after: { b: [1, 2] } }, [
      {
        kind: "lines",
        path: "a",
        lines: [
          { sign: "+", text: "b:" },
          { sign: "+", text: "- 1" },
          { sign: "+", text: "- 2" },
        ],
      },
    ]],
    [{ path: ["a"], before: "x\ny\n", after: "x\nz\n" }, [
      {
        kind: "lines",
        path: "a",
        lines: [
          { sign: " ", text: "x" },
          { sign: "-", text: "y" },
          { sign: "+", text: "z" },
        ],
      },
    ]],
    [
      {
        path: ["values"],
        before: "a: 1",
        after: "a: 2",
        within: {
          format: "yaml",
          fields: [{ path: ["a"], before: 1, after: 2 }],
        },
      },
      [{ kind: "value", path: "values ▸ a", before: "1", after: "2" }],
    ],
    [
      {
        path: ["ports"],
        order: { before: [PORT, { keys: { name: "b" } }], after: [PORT] },
      },
      [{
        kind: "value",
        path: "ports (order)",
        before: "[name=http] [name=b]",
        after: "[name=http]",
      }],
    ],
  ];
  for (const [field, views] of table) assertEquals(viewFields([field]), views);
});

Deno.test("viewFields() leaves equal lines out of long texts", () => {
  const before = Array.from({ length: 99 }, (_, line) => `${line}\n`).join("");
  const after = before.replace("7\n8\n9\n", "7\n9\n").replace("90\n", "x\n");
  const [view] = viewFields([{ path: ["a"], before, after }]);
  assertEquals(view?.kind, "lines");
  const lines = view?.kind === "lines" ? view.lines : [];
  assertEquals(
    lines.map(({ sign, text }) => sign + text).join("|"),
    " 6| 7|-8| 9| 10|…| 88| 89|-90|+x| 91| 92",
  );
});
