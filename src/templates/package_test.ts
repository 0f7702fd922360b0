import { assert, assertEquals } from "@std/assert";
import { loadPackage } from "./package.ts";
import { renderPackage } from "./render_package.ts";

const FILES: Readonly<Record<string, string>> = {
  "package.yaml":
    "name: own\nversion: 1.2.3\nproviders: [infrastructure-aws]\n",
  "values.yaml": 'region: ""\nlabels: {a: b}\n',
  "values.schema.json": '{"properties": {"region": {"type": "string"}}}',
  "manifests/a.yaml.hbs":
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{release.name}}\n  {{> labels}}\n",
  "partials/labels.hbs": "labels: {{values.labels}}\n",
};

function load(
  files: Readonly<Record<string, string>>,
  shared: Readonly<Record<string, string>> = {},
) {
  return loadPackage(new Map(Object.entries({ ...FILES, ...files })), {
    name: "own",
    shared: new Map(Object.entries(shared)),
    origin: "dry source",
    directory: "templates/own",
  });
}

const RELEASE = { name: "demo", namespace: "prod" };

Deno.test("loadPackage() makes a package that renders", () => {
  const { package: own, findings } = load({});
  assertEquals(findings, []);
  assert(own !== undefined);
  assertEquals([own.name, own.version, own.origin], [
    "own",
    "1.2.3",
    "dry source",
  ]);
  assertEquals(own.metadata.providers, ["infrastructure-aws"]);
  assertEquals(
    renderPackage(own, { release: RELEASE, values: { labels: { c: "d" } } }),
    {
      objects: [{
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "demo", labels: { a: "b", c: "d" } },
      }],
      templates: ["templates/own/manifests/a.yaml.hbs"],
      problems: [],
    },
  );
});

Deno.test("loadPackage() finds what is wrong with each file", () => {
  const table: [
    files: Record<string, string>,
    place: string,
    message: string,
  ][] = [
    [
      { "package.yaml": "name: other\nversion: 1" },
      "templates/own/package.yaml:1:1",
      'Cannot use "package.yaml" of package "own": ✖ Invalid input: expected string, received number   → at version',
    ],
    [
      { "package.yaml": "name: other\nversion: '1'" },
      "templates/own/package.yaml:1:1",
      'Cannot use "package.yaml" of package "own": its name is "other", its directory\'s "own"',
    ],
    [
      { "values.yaml": "- a" },
      "templates/own/values.yaml:1:1",
      'Cannot use "values.yaml" of package "own": it is no map',
    ],
    [
      { "manifests/a.yaml.hbs": "a: {{b c=}}" },
      "templates/own/manifests/a.yaml.hbs:1:1",
      'Cannot parse the template: unexpected text at "}}"',
    ],
    [
      { "partials/labels.hbs": "a: {{{b}}}" },
      "templates/own/partials/labels.hbs:1:4",
      "Cannot write a raw value: use {{…}}",
    ],
  ];
  for (const [files, place, message] of table) {
    const { package: own, findings: [finding] } = load(files);
    assertEquals(own, undefined);
    const { line, column } = finding?.place?.position ?? {};
    assertEquals(`${finding?.place?.origin.file}:${line}:${column}`, place);
    assertEquals(finding?.message, message);
  }
});

Deno.test("loadPackage() refuses broken YAML and schemas, and packages without templates", () => {
  const { findings: [yaml] } = load({ "values.yaml": "a: 1\nb: [" });
  assertEquals(yaml?.rule.id, "templates/package");
  const { findings: [schema] } = load({ "values.schema.json": '{"type": 1}' });
  assertEquals(schema?.rule.id, "templates/package");
  const { findings: [none] } = loadPackage(
    new Map([["package.yaml", FILES["package.yaml"] as string]]),
    {
      name: "own",
      shared: new Map(),
      origin: "dry source",
      directory: "templates/own",
    },
  );
  assertEquals(
    none?.message,
    'Cannot use package "own": no template can be read from manifests/*.yaml.hbs',
  );
});

Deno.test("loadPackage() lets the package's partials win over the shared ones", () => {
  const shared = {
    "templates/shared/labels.hbs": "labels: {}",
    "templates/shared/other.hbs": "x: {{nothing x}}",
  };
  const { package: own, findings } = load({}, shared);
  assertEquals(findings, []);
  assert(own !== undefined);
  const { objects } = renderPackage(own, { release: RELEASE, values: {} });
  assertEquals(objects[0]?.metadata.labels, { a: "b" });
});

Deno.test("loadPackage() digests all files and the shared partials", () => {
  const digests = [
    load({}),
    load({ "values.yaml": "" }),
    load({ "README.md": "a" }),
    load({}, { "templates/shared/x.hbs": "" }),
  ].map((loaded) => loaded.package?.digest);
  assertEquals(new Set(digests).size, 4);
  assertEquals(load({}).package?.digest, digests[0]);
});

Deno.test("renderPackage() points at what is missing and what is refused", () => {
  const manifest =
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{values.k0s.version}}\n";
  const { package: own } = load({ "manifests/a.yaml.hbs": manifest });
  assert(own !== undefined);
  assertEquals(
    renderPackage(own, { release: RELEASE, values: { k0s: {} } }).problems,
    [{
      template: "templates/own/manifests/a.yaml.hbs",
      line: 4,
      column: 11,
      path: "values.k0s.version",
      field: ["k0s", "version"],
      message: 'Cannot read "values.k0s.version": there is no "version"',
    }],
  );
  assertEquals(
    renderPackage(own, { release: RELEASE, values: { region: 1 } }).problems,
    [{
      template: "templates/own/values.schema.json",
      line: 1,
      column: 1,
      path: "region",
      field: ["region"],
      message: 'Cannot use value "region": expected a string, got 1',
    }],
  );
});

Deno.test("renderPackage() tells of output that is no objects", () => {
  const table: [manifest: string, message: string][] = [
    [
      "a: 1\n",
      "Cannot use what the template writes: a document lacks apiVersion, kind or metadata.name",
    ],
    [
      "a: 1\n  b: {{release.name}}\n",
      'Cannot read what the template writes: Cannot parse YAML: bad indentation of a mapping entry, at "b: demo"',
    ],
  ];
  for (const [manifest, message] of table) {
    const { package: own } = load({ "manifests/a.yaml.hbs": manifest });
    assert(own !== undefined);
    const { objects, problems } = renderPackage(own, {
      release: RELEASE,
      values: {},
    });
    assertEquals([objects.length, problems[0]?.message], [0, message]);
  }
});
