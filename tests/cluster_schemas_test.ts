/**
 * `validate --cluster-schemas` asks a real API server's protocol over TLS, in
 * pages, once.
 */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { loadYaml } from "../src/yaml/mod.ts";
import { makeCertificate } from "./certificate.ts";
import { type CliResult, k0render } from "./cli.ts";
import { requirement } from "./requirements.ts";

const PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const TOKEN = "the-token";

const DEFINITIONS = `apiVersion: example.com/v1
kind: Other
metadata: {name: a, namespace: prod}
spec:
  size: big
`;

const ignore = !(await requirement("go"));

Deno.test({
  name: "validate --cluster-schemas reads all pages once, and keeps them",
  ignore,
  async fn() {
    await using cluster = await startCluster();
    const wrong =
      'Cannot accept "spec.size" of Other prod/a: expected a whole number';
    assertStringIncludes((await validate(cluster)).stdout, wrong);
    assertEquals(cluster.requests, [
      `GET ${PATH}?limit=50`,
      `GET ${PATH}?limit=50&continue=1`,
    ]);
    assertStringIncludes((await validate(cluster)).stdout, wrong);
    assertEquals(cluster.requests.length, 2);
    assertStringIncludes((await validate(cluster, "--refresh")).stdout, wrong);
    assertEquals(cluster.requests.length, 4);
  },
});

Deno.test({
  name: "validate --cluster-schemas says why it has no CRDs, without secrets",
  ignore,
  async fn() {
    await using cluster = await startCluster();
    const cases: [answer: Response, reason: string][] = [
      [new Response("", { status: 401 }), "it does not accept the credentials"],
      [
        new Response("", { status: 403 }),
        'the user may not "list" customresourcedefinitions',
      ],
      [new Response("", { status: 500 }), "it answers with status 500"],
      [Response.json({ kind: "Status" }), "its answer is no list"],
      [Response.redirect("https://elsewhere.example.com/"), "redirect"],
      [new Response("{"), "JSON"],
    ];
    for (const [answer, reason] of cases) {
      cluster.answer = answer;
      const { code, stdout, stderr } = await validate(cluster);
      assertEquals([code, stdout], [1, ""], reason);
      assertStringIncludes(stderr, "Cannot list CRDs of ");
      assertStringIncludes(stderr, reason);
      assertEquals(stderr.includes(TOKEN), false);
    }
  },
});

Deno.test({
  name: "validate --cluster-schemas trusts no other certificate",
  ignore,
  async fn() {
    await using cluster = await startCluster();
    await using other = await startCluster();
    const { code, stderr } = await validate({ ...cluster, ca: other.ca });
    assertEquals(code, 1);
    assertStringIncludes(stderr, "certificate");
  },
});

Deno.test("validate takes CRDs of a directory or of a cluster, not both", async () => {
  const { code, stderr } = await k0render(
    "validate",
    "--schemas",
    ".",
    "--cluster-schemas",
  );
  assertEquals(code, 2);
  assertStringIncludes(stderr, "cannot be used with option");
});

Deno.test("validate takes no option of a cluster that nobody asks for", async () => {
  for (const option of [["--refresh"], ["--kubeconfig", "x"]]) {
    const { code, stderr } = await k0render("validate", ...option);
    assertEquals(code, 2);
    assertStringIncludes(stderr, `Cannot use ${option[0]}: it goes with`);
  }
});

interface TestCluster extends AsyncDisposable {
  readonly url: string;
  readonly ca: string;
  readonly folder: string;
  readonly requests: string[];
  /** What is answered in place of CRDs. */
  answer?: Response;
}

/** An API server with two CRDs, on two pages. */
async function startCluster(): Promise<TestCluster> {
  const folder = await Deno.makeTempDir();
  const { ca, cert, key } = await makeCertificate("localhost");
  const requests: string[] = [];
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    cert,
    key,
    onListen() {},
  }, ({ method, url, headers }) => {
    const { pathname, search, searchParams } = new URL(url);
    requests.push(`${method} ${pathname}${search}`);
    const { answer } = cluster;
    if (answer !== undefined) return answer;
    if (headers.get("authorization") !== `Bearer ${TOKEN}`) {
      return new Response("", { status: 401 });
    }
    return searchParams.has("continue")
      ? Response.json({ metadata: {}, items: [crd("Other")] })
      : Response.json({ metadata: { continue: "1" }, items: [crd("Thing")] });
  });
  const cluster: TestCluster = {
    url: `https://localhost:${server.addr.port}`,
    ca,
    folder,
    requests,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await Deno.remove(folder, { recursive: true });
    },
  };
  return cluster;
}

async function validate(
  { url, ca, folder }: Pick<TestCluster, "url" | "ca" | "folder">,
  ...options: readonly string[]
): Promise<CliResult> {
  const source = `${folder}/fleet`;
  const kubeconfig = `${folder}/kubeconfig`;
  await Deno.mkdir(source, { recursive: true });
  await Deno.writeTextFile(`${source}/other.yaml`, DEFINITIONS);
  await Deno.writeTextFile(
    kubeconfig,
    JSON.stringify({
      "current-context": "test",
      contexts: [{ name: "test", context: { cluster: "test", user: "test" } }],
      clusters: [{
        name: "test",
        cluster: { server: url, "certificate-authority-data": btoa(ca) },
      }],
      users: [{ name: "test", user: { token: TOKEN } }],
    }),
  );
  return await k0render(
    "validate",
    "--source",
    source,
    "--cluster-schemas",
    "test",
    "--kubeconfig",
    kubeconfig,
    "--cache",
    `${folder}/cache`,
    ...options,
  );
}

function crd(kind: string): unknown {
  const plural = `${kind.toLowerCase()}s`;
  return loadYaml(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: ${plural}.example.com}
spec:
  group: example.com
  names: {kind: ${kind}, plural: ${plural}}
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {size: {type: integer}}}
`);
}
