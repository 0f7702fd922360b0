import { assertEquals } from "@std/assert";
import { MERGE_KEYS } from "./merge_keys.ts";

Deno.test("MERGE_KEYS has rows that their first field tells apart", () => {
  for (const [list, rows] of Object.entries(MERGE_KEYS)) {
    const first = rows.map(([field]) => field);
    assertEquals(new Set(first).size, rows.length, list);
  }
});
