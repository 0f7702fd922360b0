import { assert, assertEquals, assertRejects } from "@std/assert";
import { egressSettings } from "./charts/access.ts";
import {
  readServiceConfig,
  serviceConfigJsonSchema,
} from "./service_config.ts";

const HEAD = "apiVersion: k0render.dev/v1alpha1\nkind: ServiceConfig\n";

async function withFile(
  text: string,
  run: (path: string) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    await run(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("readServiceConfig() reads hosts, networks and credentials", async () => {
  await withFile("t0ken\n", async (tokenFile) => {
    const text = `${HEAD}charts:
  hosts:
  - host: ghcr.io
  - {host: "http://charts.local:8080", username: robot, password: hunter2}
  - {host: registry.local, tokenFile: "${tokenFile}", caFile: /etc/ca.pem}
  - {host: "ssh://git.local", identityFile: /k, knownHostsFile: /h}
  networks: [10.0.0.0/8]
`;
    await withFile(text, async (path) => {
      const { charts } = await readServiceConfig(path);
      assertEquals(await egressSettings(charts), {
        hosts: [
          { origin: "https://ghcr.io" },
          {
            origin: "http://charts.local:8080",
            credentials: { username: "robot", password: "hunter2" },
          },
          {
            origin: "https://registry.local",
            credentials: { token: "t0ken" },
            caFile: "/etc/ca.pem",
          },
          {
            origin: "ssh://git.local",
            credentials: { identityFile: "/k", knownHostsFile: "/h" },
          },
        ],
        networks: ["10.0.0.0/8"],
      });
    });
  });
});

Deno.test("readServiceConfig() names the wrong setting, and repeats no secret", async () => {
  const cases: [text: string, expected: string][] = [
    [`${HEAD}chart: {}`, "chart"],
    [`${HEAD}charts: {hosts: [{host: "a/b"}]}`, "charts.hosts[0].host"],
    [`${HEAD}charts: {networks: [hunter2]}`, "charts.networks[0]"],
    [`${HEAD}charts: {hosts: [{host: a, pasword: hunter2}]}`, "pasword"],
    [
      `${HEAD}charts: {hosts: [{host: a, password: [hunter2]}]}`,
      "charts.hosts[0].password",
    ],
    ["a: [hunter2", "no YAML at line"],
    ["kind: ServiceConfig\n", "apiVersion"],
  ];
  for (const [text, expected] of cases) {
    await withFile(text, async (path) => {
      const error = await assertRejects(
        () => readServiceConfig(path),
        Error,
        expected,
      );
      assert(!error.message.includes("hunter2"), error.message);
    });
  }
  await assertRejects(
    () => readServiceConfig("/no/such/file"),
    Error,
    "Cannot read the service configuration",
  );
});

Deno.test("egressSettings() refuses half credentials and two kinds of them", async () => {
  const cases = [
    { username: "robot" },
    { password: "hunter2" },
    { identityFile: "/k" },
    { username: "robot", password: "hunter2", token: "t" },
  ];
  for (const fields of cases) {
    const host = { host: "https://charts.local", ...fields };
    const error = await assertRejects(
      () => egressSettings({ hosts: [host], networks: [] }),
      Error,
      "Cannot use the credentials",
    );
    assert(!error.message.includes("hunter2"));
  }
});

Deno.test("serviceConfigJsonSchema() is what docs/schema publishes: run deno task schema", async () => {
  const url = new URL("../../docs/schema/serviceconfig.json", import.meta.url);
  assertEquals(await Deno.readTextFile(url), serviceConfigJsonSchema());
});
