import { assertEquals } from "@std/assert";
import { TEXT_HELPERS } from "./text.ts";

Deno.test("dirname names directories as Go's path.Dir does", () => {
  const table: [string, string][] = [
    ["/var/log/audit/audit.log", "/var/log/audit"],
    ["/audit.log", "/"],
    ["audit.log", "."],
    ["", "."],
    ["logs/audit.log", "logs"],
    ["/var//log/../x/audit.log", "/var/x"],
    ["../a/./b/", "../a/b"],
  ];
  for (const [path, expected] of table) {
    assertEquals(TEXT_HELPERS.dirname?.call([path], {}), expected, path);
  }
});
