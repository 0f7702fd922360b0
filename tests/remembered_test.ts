/**
 * A process that has rendered a source before remembers what it made of each
 * file, and renders a change of it to the same as a process that has not: each
 * line of the samples is changed and left out once, on the files as the change
 * before left them.
 */

import { assert, assertEquals } from "@std/assert";
import { fleet } from "../bench/fleet.ts";
import type { Finding } from "../src/model/mod.ts";
import {
  prepareEnvironment,
  prepareSource,
  readBuiltInTemplates,
  renderEnvironment,
} from "../src/service/mod.ts";
import type { DryFile } from "../src/source/mod.ts";
import { branch } from "../src/tree/_testing.ts";
import { readSample } from "./samples.ts";
import { TENANTS } from "./tenants.ts";

const builtIn = await readBuiltInTemplates();
const SOURCES = new Map([
  ["the demo", await readSample("demo")],
  ["a fleet", Object.fromEntries(fleet(3))],
  ["tenants", { "tenants.yaml": TENANTS }],
]);

for (const [name, files] of SOURCES) {
  Deno.test(`what is remembered of ${name} changes nothing`, () => {
    let remembered = Object.entries(files)
      .map(([path, text]): DryFile => ({ path, text }));
    let compared = 0;
    for (const changed of changes(remembered)) {
      remembered = remembered.map((file) =>
        file.path === changed.path ? changed : file
      );
      const again = remembered.map((file) => ({ ...file }));
      assertEquals(render(remembered), render(again), changed.text);
      compared += 1;
    }
    assert(compared > 60, `${compared} changes`);
  });
}

/** Each line of each file with another value, and left out. */
function* changes(files: readonly DryFile[]): Generator<DryFile> {
  for (const { path, text } of files) {
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      const other = line.replace(
        /\w(?=\W*$)/,
        (end) => end === "1" ? "2" : "1",
      );
      yield { path, text: lines.with(index, other).join("\n") };
      yield { path, text: lines.toSpliced(index, 1).join("\n") };
    }
    yield { path, text };
  }
}

function render(files: readonly DryFile[]) {
  const prepared = prepareSource({ files, findings: [] }, { builtIn });
  const findings: Finding[] = [...prepared.findings];
  const entries = [];
  const { config } = prepared;
  for (const environment of config?.environments ?? []) {
    const ready = prepareEnvironment(prepared, config!, environment);
    const generator = renderEnvironment(ready, { previous: branch({}) });
    findings.push(...ready.findings);
    for (;;) {
      const { done, value } = generator.next();
      if (done) {
        findings.push(...value.findings);
        break;
      }
      entries.push(value);
    }
  }
  return { entries, findings };
}
