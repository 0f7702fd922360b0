import { assertEquals } from "@std/assert";
import { requirement } from "../../tests/requirements.ts";
import { parseVersion } from "./semver.ts";
import { parseConstraint } from "./version_constraint.ts";

const PROGRAM = new URL("../../tests/go/semver/", import.meta.url);

const BOUNDS = [
  ..."* x 0 1 2 11".split(" "),
  ..."0.0 0.1 1.0 1.2 1.x 0.x 1.2.x 1.*.3 v1.2".split(" "),
  ..."0.0.0 0.0.3 0.2.3 1.2.3 1.2.3+b-1 2.0.0 v1.10.0 01.2.3".split(" "),
  ..."1.2.3-rc.1 1.2-rc.1 1-0 0.0.0-0 1.2.3-beta.11 *-0".split(" "),
  ..."1.2.3.4 latest 1|2 xx 1.2.3-01 18446744073709551616".split(" "),
];
const OPERATORS = ["", ..."= != > < >= => <= =< ~ ~> ^".split(" ")];
const JOINED = [
  "",
  " ",
  ">=1.0, <2",
  ">=1.0 <2",
  ">= 1.0 ,<2",
  ">=1.0,,<2",
  "1.0 - 2.0",
  "1 - 1.2 || 2.x",
  "1.0 -2.0",
  "^1 1.0 - 2.0",
  ">=1.0.0-0 <2",
  "<1 || >=2.0.0-rc.1",
  ">=1 ||",
  "|| 1",
  "^1.2.3 ~1.2",
  "!=1.2.3, 1.x",
  "=>\t1",
  "> =1",
  ">=1.0\u00a0<2",
];
const VERSIONS = [
  ..."0.0.0 0.0.3 0.0.4 0.1.0 0.2.3 0.2.9 0.3.0 1 1.0.0 1.2".split(" "),
  ..."1.2.0 1.2.3 v1.2.4 1.10.0 1.99.9 2.0.0 2.1.3 11.1.1 12.0.0".split(" "),
  ..."0.0.0-rc.1 1.2.0-rc.1 1.2.3-rc.1 1.2.3-rc.2 1.2.3-rc.10".split(" "),
  ..."1.2.3-beta 1.2.3-beta.2 2.0.0-rc.1 1.2.3+b 1.2.3-0".split(" "),
  ..."01.2.3 1.2.3-01 latest 1.2.3.4 1.2.3- 18446744073709551615".split(" "),
  ..."18446744073709551616 1.2.3-18446744073709551616".split(" "),
];

Deno.test("parseConstraint() says what Masterminds says of every pair", async () => {
  if (!await requirement("go")) return;
  const constraints = [
    ...OPERATORS.flatMap((operator) =>
      BOUNDS.flatMap((bound) => [`${operator}${bound}`, `${operator} ${bound}`])
    ),
    ...JOINED,
  ];
  const judged = await judge(constraints);
  for (const [index, constraint] of constraints.entries()) {
    assertEquals([constraint, ours(constraint)], [constraint, judged[index]]);
  }
});

function ours(text: string): string[] {
  const constraint = parseConstraint(text);
  if (constraint === undefined) return ["bad constraint"];
  return VERSIONS.map((text) => {
    const version = parseVersion(text);
    if (version === undefined) return "bad";
    return constraint(version) ? "yes" : "no";
  });
}

async function judge(constraints: readonly string[]): Promise<string[][]> {
  const process = new Deno.Command("go", {
    args: ["run", "."],
    cwd: PROGRAM,
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = process.stdin.getWriter();
  const lines = constraints.map((constraint) =>
    `${JSON.stringify([constraint, ...VERSIONS])}\n`
  );
  const written = writer.write(new TextEncoder().encode(lines.join("")))
    .then(() => writer.close());
  const { stdout } = await process.output();
  await written;
  return new TextDecoder().decode(stdout).trim().split("\n")
    .map((line) => JSON.parse(line));
}
