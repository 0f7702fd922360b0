import { assertEquals } from "@std/assert";
import { FORMATS } from "./schema_formats.ts";

/** Texts of a format, and texts that Helm refuses for it. */
const TABLE: readonly [
  format: string,
  good: readonly string[],
  bad: readonly string[],
][] = [
  ["date", ["2024-02-29", "0001-01-01"], ["2023-02-29", "24-01-01"]],
  [
    "date-time",
    ["2024-02-29T23:59:60Z", "2024-01-01t00:00:00.5+01:00"],
    ["2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z"],
  ],
  ["duration", ["P1Y2M3DT4H5M6S", "P2W"], ["P", "PT", "1D", "P1D1Y"]],
  [
    "email",
    ["a.b+c@example.dev", '"a b"@[10.0.0.1]', "a@[IPv6:::1]"],
    ["a@", "a..b@c.d", "a b@c.d"],
  ],
  ["hostname", ["a-b.example.dev.", "1"], ["-a.b", "a..b", "a_b"]],
  ["ipv4", ["10.0.0.255"], ["1.2.3", "01.2.3.4", "1.2.3.256"]],
  ["ipv6", ["fe80::1", "::ffff:1.2.3.4"], ["fe80", "::g", "1:2:3:4:5:6:7:8:9"]],
  ["json-pointer", ["", "/a/~0b/~1"], ["a", "/~2"]],
  ["regex", ["^a(b|c)+$"], ["(", "a(?=b)"]],
  ["relative-json-pointer", ["0#", "1/a", "12"], ["a", "01"]],
  [
    "semver",
    ["1.2.3", "1.2.3-rc.1+b.5"],
    ["1.2", "01.2.3", "1.2.3-01", "v1.2.3"],
  ],
  [
    "time",
    ["12:00:00Z", "22:59:60-01:00"],
    ["12:00:00", "12:00:60Z", "25:00:00Z"],
  ],
  ["uri", ["https://a.dev/b?c#d", "urn:a"], ["/a", "a b:c"]],
  ["uri-reference", ["../b", "#a"], ["a\\b", "%zz"]],
  [
    "uuid",
    ["123e4567-e89b-12d3-a456-426614174000"],
    ["123e4567", "123e4567-e89b-12d3-a456-42661417400g"],
  ],
];

for (const [format, good, bad] of TABLE) {
  Deno.test(`FORMATS knows a ${format} as Helm does`, () => {
    for (const text of good) assertEquals(FORMATS[format]?.(text), true, text);
    for (const text of bad) assertEquals(FORMATS[format]?.(text), false, text);
  });
}
