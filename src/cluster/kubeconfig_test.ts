import { assertEquals } from "@std/assert";
import type { ClusterConnection } from "./connection.ts";
import { connect } from "./kubeconfig.ts";

/** PEM as far as nobody looks into it. */
const PEM = btoa("pem");

async function connectWith(
  { cluster = {}, user = {}, context }: {
    readonly cluster?: object;
    readonly user?: object;
    readonly context?: string;
  },
) {
  const file = await Deno.makeTempFile();
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "prod",
    contexts: [{ name: "prod", context: { cluster: "eu", user: "reader" } }],
    clusters: [{
      name: "eu",
      cluster: { server: "https://api.example.com:6443/k8s/", ...cluster },
    }],
    users: [{ name: "reader", user }],
  };
  await Deno.writeTextFile(file, JSON.stringify(config));
  const outcome = await connect({ file, ...context && { context } });
  await Deno.remove(file);
  return outcome;
}

Deno.test("connect() takes what kubeconfigs can say without a program", async () => {
  const server = "https://api.example.com:6443/k8s";
  const cases: [Parameters<typeof connectWith>[0], ClusterConnection][] = [
    [{}, { server, headers: {} }],
    [{ user: { token: "t" } }, {
      server,
      headers: { authorization: "Bearer t" },
    }],
    [{ user: { username: "u", password: "p" } }, {
      server,
      headers: { authorization: `Basic ${btoa("u:p")}` },
    }],
    [{
      cluster: { "certificate-authority-data": PEM },
      user: { "client-certificate-data": PEM, "client-key-data": PEM },
    }, {
      server,
      headers: {},
      ca: "pem",
      certificate: { cert: "pem", key: "pem" },
    }],
    [{ cluster: { "proxy-url": "http://proxy.example.com" } }, {
      server,
      headers: {},
      proxy: "http://proxy.example.com",
    }],
  ];
  for (const [config, connection] of cases) {
    assertEquals(await connectWith(config), { kind: "connected", connection });
  }
});

Deno.test("connect() refuses what it cannot do safely, and says why", async () => {
  const cases: [Parameters<typeof connectWith>[0], string][] = [
    [
      { cluster: { "insecure-skip-tls-verify": true } },
      'cluster "eu" asks for its certificate not to be checked',
    ],
    [
      { user: { exec: { command: "aws", apiVersion: "v1" } } },
      'user "reader" gets its token from a program, and k0render starts none',
    ],
    [
      { cluster: { server: "http://api.example.com" } },
      'cluster "eu" is not reached by https://',
    ],
    [
      { cluster: { server: "nowhere" } },
      'context "prod" names no cluster with an address',
    ],
  ];
  for (const [config, detail] of cases) {
    const reason = `Cannot reach the cluster: ${detail}`;
    assertEquals(await connectWith(config), { kind: "refused", reason });
  }
});

Deno.test("connect() names the context that is not there", async () => {
  const outcome = await connectWith({ context: "test" });
  assertEquals(
    outcome.kind === "refused" &&
      /^Cannot reach the cluster: kubeconfig ".*" has no context "test"$/
        .test(outcome.reason),
    true,
  );
});

Deno.test("connect() refuses files that it cannot read", async () => {
  const missing = { "certificate-authority": "/nowhere/ca.crt" };
  const outcome = await connectWith({ cluster: missing });
  assertEquals(
    outcome.kind === "refused" &&
      /a certificate, key or token that kubeconfig ".*" names for context "prod" cannot be read$/
        .test(outcome.reason),
    true,
  );
});

Deno.test("connect() says that there is no kubeconfig", async () => {
  const names = ["HOME", "KUBECONFIG"];
  const former = names.map((name) => [name, Deno.env.get(name)] as const);
  for (const name of names) Deno.env.set(name, "");
  try {
    assertEquals(await connect(), {
      kind: "refused",
      reason:
        "Cannot reach the cluster: there is no kubeconfig; name one with --kubeconfig",
    });
  } finally {
    for (const [name, value] of former) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  }
});
