import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { openRemote } from "./remote.ts";

const ACCEPTED: readonly [address: string, url: string, protocol: string][] = [
  ["https://example.com/fleet.git", "https://example.com/fleet.git", "https"],
  [
    "http://127.0.0.1:8080/fleet.git",
    "http://127.0.0.1:8080/fleet.git",
    "http",
  ],
  ["http://[::1]:8080/fleet.git", "http://[::1]:8080/fleet.git", "http"],
  [
    "ssh://git@example.com:22/fleet.git",
    "ssh://git@example.com:22/fleet.git",
    "ssh",
  ],
  [
    "git@example.com:org/fleet.git",
    "ssh://git@example.com/org/fleet.git",
    "ssh",
  ],
  ["/srv/fleet.git", "/srv/fleet.git", "file"],
  ["file:///srv/fleet.git", "/srv/fleet.git", "file"],
];

for (const [address, url, protocol] of ACCEPTED) {
  Deno.test(`openRemote() accepts ${address}`, () => {
    const outcome = openRemote(address);
    assert(outcome.kind === "remote");
    assertEquals(outcome.remote.url, url);
    assertEquals(outcome.remote.access.protocol, protocol);
  });
}

const REFUSED: readonly [address: string, detail: string][] = [
  ["https://me:token@example.com/fleet.git", "it has credentials in it"],
  ["https://token@example.com/fleet.git", "it has credentials in it"],
  ["ssh://git:pw@example.com/fleet.git", "it has a password in it"],
  ["http://example.com/fleet.git", "is not encrypted"],
  ["git://example.com/fleet.git", 'the protocol "git:" is not supported'],
  ["ext::sh -c evil", "it is no address"],
  ["-oProxyCommand=evil", "it is no address"],
  ["--upload-pack=evil", "it is no address"],
  ["ssh://-oProxyCommand=evil/x", ""],
  ["https://", "it is not valid"],
  [
    "https://example.com/fleet.git?private_token=token@",
    "it has credentials in it",
  ],
];

for (const [address, detail] of REFUSED) {
  Deno.test(`openRemote() refuses ${address}`, () => {
    const outcome = openRemote(address);
    assert(outcome.kind === "refused");
    assertStringIncludes(outcome.reason, detail);
    assertEquals(outcome.reason.includes("token@"), false);
    assertEquals(outcome.reason.includes(":pw"), false);
  });
}

Deno.test("openRemote() keeps credentials out of the URL and binds them to the origin", () => {
  const outcome = openRemote("https://example.com/fleet.git", {
    credentials: { kind: "password", username: "me", password: "hunter2" },
  });
  assert(outcome.kind === "remote");
  const { url, access } = outcome.remote;
  assertEquals(url, "https://example.com/fleet.git");
  assertEquals(access.config?.[0], [
    "http.https://example.com/.extraHeader",
    "Authorization: Basic bWU6aHVudGVyMg==",
  ]);
  assertEquals(access.secrets, ["hunter2", "hunter2", "bWU6aHVudGVyMg=="]);
});

Deno.test("openRemote() refuses a token that would begin another header", () => {
  for (
    const credentials of [
      { kind: "bearer", token: "a\n" },
      { kind: "password", username: "me", password: "a\r\nX: y" },
    ] as const
  ) {
    assertEquals(
      openRemote("https://example.com/a.git", { credentials }).kind,
      "refused",
    );
  }
});

Deno.test("openRemote() accepts http beyond loopback where the operator says so", () => {
  assertEquals(
    openRemote("http://git.svc/fleet.git", { allowHttp: true }).kind,
    "remote",
  );
});

Deno.test("openRemote() gives ssh its key without a shell's special characters", () => {
  const options = (identityFile: string) => ({
    credentials: { kind: "ssh", identityFile, knownHostsFile: "/k" },
  } as const);
  const good = openRemote("git@example.com:a.git", options("/run/key"));
  assert(good.kind === "remote");
  assertStringIncludes(
    good.remote.access.variables?.GIT_SSH_COMMAND ?? "",
    "-oBatchMode=yes -oStrictHostKeyChecking=yes",
  );
  const evil = openRemote("git@example.com:a.git", options("/run/$(evil)"));
  assertEquals(evil.kind, "refused");
});
