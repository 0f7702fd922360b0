import { assertEquals } from "@std/assert";
import { AUTHOR, bareRepository, plainGit, temporary } from "./_testing.ts";
import { commitTree } from "./commit.ts";
import { NOTES_REF, readNote, writeNote } from "./note.ts";
import { writeTree } from "./write_tree.ts";

async function commits(directory: string, count: number): Promise<string[]> {
  const tree = await writeTree({ directory }, []);
  const oids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    oids.push(
      await commitTree({ directory }, {
        tree,
        parents: [],
        author: AUTHOR,
        subject: `${index}`,
      }),
    );
  }
  return oids;
}

Deno.test("writeNote() writes what git notes reads, beside the notes that are there", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const [first, second] = await commits(directory, 2) as [string, string];
    await plainGit(directory, [
      "notes",
      `--ref=${NOTES_REF}`,
      "add",
      "-m",
      '{"drySha": "abc"}',
      first,
    ]);
    const notes = await plainGit(directory, ["rev-parse", NOTES_REF]);
    const next = await writeNote({ directory }, {
      notes,
      commit: second,
      note: { drySha: "def" },
      author: AUTHOR,
    });
    assertEquals(await plainGit(directory, ["rev-parse", NOTES_REF]), notes);
    await plainGit(directory, ["update-ref", NOTES_REF, next]);
    const show = (oid: string) =>
      plainGit(directory, ["notes", `--ref=${NOTES_REF}`, "show", oid]);
    assertEquals(await show(first), '{"drySha": "abc"}');
    assertEquals(await show(second), '{"drySha":"def"}');
    assertEquals(
      await readNote({ directory }, { notes: next, commit: first }),
      { drySha: "abc" },
    );
  });
});

Deno.test("readNote() finds a note among hundreds, where git makes directories of them", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const oids = await commits(directory, 2);
    const commands = Array.from({ length: 600 }, (_, index) => {
      const blob = `data 2\n{}\n`;
      const name = index.toString(16).padStart(4, "0").repeat(10);
      return `M 100644 inline ${name.slice(0, 2)}/${name.slice(2)}\n${blob}`;
    });
    await plainGit(directory, ["fast-import", "--quiet"], {
      input: `commit ${NOTES_REF}\ncommitter a <a> 1 +0000\ndata 0\n${
        commands.join("")
      }`,
    });
    const old = await plainGit(directory, ["rev-parse", NOTES_REF]);
    const notes = await writeNote({ directory }, {
      notes: old,
      commit: oids[0]!,
      note: { drySha: "abc" },
      author: AUTHOR,
    });
    await plainGit(directory, ["update-ref", NOTES_REF, notes]);
    assertEquals(
      await plainGit(directory, [
        "notes",
        `--ref=${NOTES_REF}`,
        "show",
        oids[0]!,
      ]),
      '{"drySha":"abc"}',
    );
    assertEquals(await readNote({ directory }, { notes, commit: oids[0]! }), {
      drySha: "abc",
    });
    assertEquals(
      await readNote({ directory }, { notes, commit: oids[1]! }),
      undefined,
    );
  });
});

for (const text of ["no JSON", "[]", '{"drySha": 1}', "null"]) {
  Deno.test(`readNote() takes ${text} for no note`, async () => {
    await temporary(async (root) => {
      const directory = await bareRepository(root);
      const [commit] = await commits(directory, 1) as [string];
      await plainGit(directory, [
        "notes",
        `--ref=${NOTES_REF}`,
        "add",
        "-m",
        text,
        commit,
      ]);
      const notes = await plainGit(directory, ["rev-parse", NOTES_REF]);
      assertEquals(await readNote({ directory }, { notes, commit }), undefined);
    });
  });
}
