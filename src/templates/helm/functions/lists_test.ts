import { assertEquals } from "@std/assert";
import { evaluate } from "./testing.ts";

function check(table: readonly (readonly [string, string])[]): void {
  for (const [expression, expected] of table) {
    assertEquals(evaluate(expression), expected, expression);
  }
}

Deno.test("lists are copied, never changed", () => {
  check([
    ["append (list 1) 2", "[1 2]"],
    ['prepend (splitList "," "a") 0', "[0 a]"],
    ["reverse (until 3)", "[2 1 0]"],
    ['concat (list 1) (splitList "," "a") | toJson', '[1,"a"]'],
    ["concat | toJson", "null"],
  ]);
});

Deno.test("equal is what is equal in type too", () => {
  check([
    ['uniq (list 1 1.0 "1" 1 (list 1) (list 1)) | toJson', '[1,1,"1",[1]]'],
    ["without (list 1 2.0) 2", "[1 2]"],
    ["has nil (list nil)", "true"],
    ['compact (list 0 "" nil "a" false)', "[a]"],
  ]);
});

Deno.test("what is no list is an error", () => {
  check([
    ['append "a" 1', "error: Cannot push on type string"],
    [
      "append nil 1",
      "error: runtime error: invalid memory address or nil pointer dereference",
    ],
    ['concat (list) "a"', "error: Cannot concat type string as list"],
    ["uniq (dict)", "error: Cannot find uniq on type map"],
  ]);
});
