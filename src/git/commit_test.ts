import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { requirement } from "../../tests/requirements.ts";
import {
  AUTHOR,
  bareRepository,
  plainGit,
  temporary,
  tryPlainGit,
} from "./_testing.ts";
import { type CommitDetails, commitTree } from "./commit.ts";
import { readCommit } from "./read_commit.ts";
import { readSigningKey, type SigningKey } from "./signing_key.ts";
import { writeTree } from "./write_tree.ts";

const DETAILS: Omit<CommitDetails, "tree"> = {
  parents: [],
  author: AUTHOR,
  subject: "Add eu1",
  body: "It is needed.\n\nSource-Commit: forged\n",
  trailers: [["Source-Commit", "1".repeat(40)], ["Renderer-Version", "0.1.0"]],
};

async function signingKey(root: string): Promise<SigningKey> {
  const file = `${root}/key`;
  const { code } = await new Deno.Command("ssh-keygen", {
    args: ["-q", "-t", "ed25519", "-N", "", "-C", "k0render", "-f", file],
  }).output();
  assertEquals(code, 0);
  const outcome = await readSigningKey(await Deno.readTextFile(file));
  assert(outcome.kind === "key");
  return outcome.key;
}

Deno.test("commitTree() writes author, dates, message and trailers as given", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const tree = await writeTree({ directory }, []);
    const oid = await commitTree({ directory }, { tree, ...DETAILS });
    assertEquals(
      await plainGit(directory, ["cat-file", "commit", oid]),
      [
        `tree ${tree}`,
        "author Ada Lovelace <ada@example.com> 1700000000 +0100",
        "committer k0render <k0render@users.noreply.k0render.dev> 1700000000 +0100",
        "",
        "Add eu1",
        "",
        "It is needed.",
        "",
        "Source-Commit: forged",
        "",
        `Source-Commit: ${"1".repeat(40)}`,
        "Renderer-Version: 0.1.0",
      ].join("\n"),
    );
    assertEquals(
      await plainGit(directory, [
        "log",
        "-1",
        "--format=%(trailers:key=Source-Commit,valueonly)",
        oid,
      ]),
      "1".repeat(40),
    );
    const info = await readCommit({ directory }, oid);
    assertEquals(info.author, AUTHOR);
    assertEquals(info.subject, "Add eu1");
    await plainGit(directory, ["fsck", "--strict", oid]);
  });
});

Deno.test("commitTree() gives the same commit for the same input", async () => {
  await temporary(async (root) => {
    const one = await bareRepository(`${root}/one`);
    const two = await bareRepository(`${root}/two`);
    const commits = [];
    for (const directory of [one, two]) {
      const tree = await writeTree({ directory }, [{
        kind: "file",
        path: "a",
        text: "a",
      }]);
      commits.push(await commitTree({ directory }, { tree, ...DETAILS }));
    }
    assertEquals(commits[0], commits[1]);
  });
});

Deno.test("commitTree() lets nothing in a message or a name become a header", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const tree = await writeTree({ directory }, []);
    const oid = await commitTree({ directory }, {
      tree,
      parents: [],
      author: { ...AUTHOR, name: "A\nparent x<\0", email: "> 1 +0000\n" },
      subject: "One\nRenderer-Version: evil\0",
      trailers: [["Source-Commit", "a\nRenderer-Version: evil"]],
    });
    await plainGit(directory, ["fsck", "--strict", oid]);
    const { author, subject } = await readCommit({ directory }, oid);
    assertEquals(author.name, "Aparent x");
    assertEquals(subject, "One Renderer-Version: evil");
  });
});

Deno.test("commitTree() signs so that git verifies it", async () => {
  if (!await requirement("ssh-keygen")) return;
  await temporary(async (root) => {
    const directory = await bareRepository(`${root}/bare`);
    const key = await signingKey(root);
    const tree = await writeTree({ directory }, []);
    const oid = await commitTree({ directory }, {
      tree,
      ...DETAILS,
      signingKey: key,
    });
    const publicKey = (await Deno.readTextFile(`${root}/key.pub`)).trim();
    await Deno.writeTextFile(
      `${root}/signers`,
      `k0render namespaces="git" ${publicKey}\n`,
    );
    const verify = (commit: string) =>
      tryPlainGit(directory, [
        "-c",
        "gpg.format=ssh",
        "-c",
        `gpg.ssh.allowedSignersFile=${root}/signers`,
        "verify-commit",
        commit,
      ]);
    const verified = await verify(oid);
    assertEquals(verified.code, 0);
    assertStringIncludes(verified.stderr, 'Good "git" signature for k0render');
    const again = await commitTree({ directory }, {
      tree,
      ...DETAILS,
      signingKey: key,
    });
    assertEquals(again, oid);
    const object = await plainGit(directory, ["cat-file", "commit", oid]);
    const changed = await plainGit(
      directory,
      ["hash-object", "-t", "commit", "-w", "--stdin"],
      { input: `${object.replace("Add eu1", "Add eu2")}\n` },
    );
    assertEquals((await verify(changed)).code !== 0, true);
  });
});

const UNUSABLE: readonly [
  criterion: string,
  args: readonly string[],
  reason: RegExp,
][] = [
  [
    "a passphrase",
    ["-t", "ed25519", "-N", "secret"],
    /protected by a passphrase/,
  ],
  [
    "another type",
    ["-t", "ecdsa", "-N", ""],
    /its type is "ecdsa-sha2-nistp256"/,
  ],
];

for (const [criterion, args, expected] of UNUSABLE) {
  Deno.test(`readSigningKey() refuses a key with ${criterion}`, async () => {
    if (!await requirement("ssh-keygen")) return;
    await temporary(async (root) => {
      await new Deno.Command("ssh-keygen", {
        args: ["-q", ...args, "-f", `${root}/key`],
      }).output();
      const outcome = await readSigningKey(
        await Deno.readTextFile(`${root}/key`),
      );
      assert(outcome.kind === "unusable");
      assertMatch(outcome.reason, expected);
    });
  });
}

Deno.test("readSigningKey() refuses a damaged file", async () => {
  if (!await requirement("ssh-keygen")) return;
  await temporary(async (root) => {
    await new Deno.Command("ssh-keygen", {
      args: ["-q", "-t", "ed25519", "-N", "", "-f", `${root}/key`],
    }).output();
    const text = await Deno.readTextFile(`${root}/key`);
    const cut = text.replace(/\n[^\n]+\n[^\n]+\n-----END/, "\n-----END");
    assertEquals((await readSigningKey(cut)).kind, "unusable");
  });
});
