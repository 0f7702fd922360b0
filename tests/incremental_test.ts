/**
 * A unit is rendered again when anything that it depends on has changed: a
 * branch that follows a change holds the same tree as one rendered from
 * nothing. What is a mistake removes nothing. Each value of the sample's
 * definitions is changed once, and each field left out once.
 */

import { assert, assertEquals } from "@std/assert";
import { fleet } from "../bench/fleet.ts";
import { isManifest, type Manifest, type Value } from "../src/model/mod.ts";
import { emitYaml, loadYamlAll } from "../src/yaml/mod.ts";
import { type Mode, MODES, modeText } from "./modes.ts";
import { runPipeline } from "./pipeline.ts";
import { readSample } from "./samples.ts";
import { TENANTS } from "./tenants.ts";

const { "k0render.yaml": _, ...demo } = await readSample("demo");
const DEFINITIONS = [...Object.values(demo), ...fleet(1).values()]
  .flatMap((text) => loadYamlAll(text)).filter(isManifest);

const SOURCES: readonly [source: string, definitions: readonly Manifest[]][] = [
  ["", DEFINITIONS],
  [" of tenants", loadYamlAll(TENANTS).filter(isManifest)],
];

const CONFIG = `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
environments: [{name: default, branch: rendered}]
`;

/** Settings that reach rendered objects. */
const SETTINGS = [
  "kcmVersion: 1.11.0",
  "installation: {globalRegistry: registry.example.com}",
  "installation: {globalK0sURL: https://k0s.example.com}",
  "installation: {templatesRepoURL: oci://registry.example.com/charts}",
  "installation: {registryCredsSecret: registry}",
  "installation: {registryCertSecret: registry}",
  "installation: {k0sURLCertSecret: k0s}",
  "installation: {defaultHelmTimeout: 15m}",
  "installation: {insecureRegistry: true}",
  "layout: {source: {name: other}}",
  "layout: {shards: {above: 1, size: 2}}",
];

for (const [source, definitions] of SOURCES) {
  for (const mode of [MODES[0]!, MODES[3]!, MODES[4]!]) {
    Deno.test(`a followed change${source} gives the tree of a fresh render ${modeText(mode)}`, () => {
      const before = render(definitions, mode);
      assertEquals(before.errors, []);
      let compared = 0;
      for (const { place, changed } of changes(definitions)) {
        const fresh = render(changed, mode);
        // What has errors keeps its last good tree, on purpose.
        if (fresh.errors.length > 0) continue;
        const followed = render(changed, mode, { on: before.files });
        assertEquals({ place, ...differing(followed, fresh) }, { place });
        assert(followed.reused > 0, place);
        compared += 1;
      }
      assert(compared > 50, `${compared} changes`);
    });

    Deno.test(`a mistake${source} removes nothing that Flux applies, and heals ${modeText(mode)}`, () => {
      const before = render(definitions, mode);
      const applied = Object.keys(before.files).filter((path) =>
        !path.startsWith("review/")
      );
      let mistakes = 0;
      for (const { place, changed } of changes(definitions)) {
        const broken = render(changed, mode, { on: before.files });
        if (broken.errors.length === 0) continue;
        const gone = applied.filter((path) => !(path in broken.files));
        assertEquals({ place, gone }, { place, gone: [] });
        const healed = render(definitions, mode, { on: broken.files });
        assertEquals({ place, ...differing(healed, before) }, { place });
        mistakes += 1;
      }
      assert(mistakes > 50, `${mistakes} mistakes`);
    });
  }
}

for (const mode of MODES) {
  Deno.test(`a followed setting gives the tree of a fresh render ${modeText(mode)}`, () => {
    const before = render(DEFINITIONS, mode);
    for (const setting of SETTINGS) {
      const config = `${CONFIG}${setting}\n`;
      const fresh = render(DEFINITIONS, mode, { config });
      assertEquals({ setting, errors: fresh.errors }, { setting, errors: [] });
      const on = before.files;
      const followed = render(DEFINITIONS, mode, { config, on });
      assertEquals({ setting, ...differing(followed, fresh) }, { setting });
    }
  });
}

interface Rendered {
  readonly files: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  /** How many units were taken from the branch. */
  readonly reused: number;
}

function render(
  definitions: readonly Manifest[],
  mode: Mode,
  { config = CONFIG, on = {} }: {
    config?: string;
    on?: Readonly<Record<string, string>>;
  } = {},
): Rendered {
  const all = definitions.map(emitYaml).join("---\n");
  const source = { "all.yaml": all, "k0render.yaml": config };
  const { findings, files, units } = runPipeline(source, mode, on);
  const errors = findings.filter(({ finding }) => finding.severity === "error");
  return {
    files: Object.fromEntries(files),
    reused: units.filter(({ kind }) => kind === "unchanged").length,
    errors: errors.map(({ finding }) => finding.message),
  };
}

/** The paths that differ, with both texts; empty if none do. */
function differing(followed: Rendered, fresh: Rendered) {
  const paths = new Set(
    [followed, fresh].flatMap(({ files }) => Object.keys(files)),
  );
  return Object.fromEntries(
    [...paths].filter((path) => followed.files[path] !== fresh.files[path])
      .map((path) => [path, [followed.files[path], fresh.files[path]]]),
  );
}

/** The definitions again and again, each time with one value changed. */
function* changes(definitions: readonly Manifest[]) {
  for (const [index, definition] of definitions.entries()) {
    const { kind, metadata } = definition;
    for (const [path, value] of changedValues(definition)) {
      // Another name is another object.
      if (/^(apiVersion|kind|metadata(\.name(space)?)?)$/.test(path)) continue;
      yield {
        place: `${kind} ${metadata.name} ${path}`,
        changed: definitions.with(index, value as Manifest),
      };
    }
  }
}

/** A value again and again, each time with one thing in it changed or gone. */
function* changedValues(value: Value): Generator<[path: string, value: Value]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield [String(index), value.toSpliced(index, 1)];
      for (const [path, changed] of changedValues(item)) {
        yield [joined(String(index), path), value.with(index, changed)];
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...others } = value;
      yield [key, others];
      for (const [path, changed] of changedValues(item)) {
        yield [joined(key, path), { ...value, [key]: changed }];
      }
    }
  } else {
    yield ["", changedScalar(value)];
  }
}

function joined(key: string, path: string): string {
  return path === "" ? key : `${key}.${path}`;
}

function changedScalar(value: Value): Value {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return `${value}1`;
}
