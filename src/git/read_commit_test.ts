import { assertEquals } from "@std/assert";
import { bareRepository, plainGit, temporary } from "./_testing.ts";
import { readCommit } from "./read_commit.ts";

async function read(message: string | Uint8Array<ArrayBuffer>, headers = "") {
  const text = typeof message === "string" ? message : "";
  const head = "author Jürgen <j@example.com> 1700000000 -0330\n" +
    `committer C <c@example.com> 1700000001 +0000\n${headers}\n${text}`;
  let oid = "";
  let info: Awaited<ReturnType<typeof readCommit>> | undefined;
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const tree = await plainGit(directory, ["mktree"]);
    const start = new TextEncoder().encode(`tree ${tree}\n${head}`);
    const input = typeof message === "string"
      ? start
      : new Uint8Array([...start, ...message]);
    oid = await plainGit(directory, [
      "hash-object",
      "-t",
      "commit",
      "-w",
      "--stdin",
    ], { input });
    info = await readCommit({ directory }, oid);
  });
  return { ...info!, expected: oid };
}

Deno.test("readCommit() reads subject, body, author and date", async () => {
  const info = await read("Add eu1\nand us1\n\nFirst.\n\nSecond.\n\n");
  assertEquals(info.oid, info.expected);
  assertEquals(info.subject, "Add eu1 and us1");
  assertEquals(info.body, "First.\n\nSecond.");
  assertEquals(info.author, {
    name: "Jürgen",
    email: "j@example.com",
    date: { seconds: 1700000000, offset: "-0330" },
  });
  assertEquals(info.committer.date, { seconds: 1700000001, offset: "+0000" });
});

Deno.test("readCommit() reads a commit without a message", async () => {
  const info = await read("");
  assertEquals([info.subject, info.body], ["", ""]);
});

Deno.test("readCommit() reads a message in another encoding", async () => {
  const latin1 = new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x0a]);
  assertEquals((await read(latin1, "encoding ISO-8859-1\n")).subject, "Müll");
});
