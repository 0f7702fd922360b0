import { assertEquals } from "@std/assert";
import {
  AUTHOR,
  bareRepository,
  plainGit,
  refsOf,
  remoteAt,
  temporary,
} from "./_testing.ts";
import { commitTree } from "./commit.ts";
import { NOTES_REF } from "./note.ts";
import { publish } from "./publish.ts";
import { initRepository, type Repository } from "./repository.ts";
import { writeTree } from "./write_tree.ts";

async function commit(
  here: Repository,
  text: string,
  parents: string[] = [],
): Promise<string> {
  const tree = await writeTree(here, [{ kind: "file", path: "a", text }]);
  return await commitTree(here, {
    tree,
    parents,
    author: AUTHOR,
    subject: text,
  });
}

function note(there: string, oid: string): Promise<string> {
  return plainGit(there, ["notes", "--ref=hydrator.metadata", "show", oid]);
}

Deno.test("publish() pushes a commit with its note, as other tools read it", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    const oid = await commit(here, "1");
    const drySha = "1".repeat(40);
    const publication = {
      branch: "rendered",
      commit: oid,
      expected: undefined,
      drySha,
      author: AUTHOR,
    };
    assertEquals(await publish(here, remoteAt(there), publication), {
      kind: "pushed",
    });
    assertEquals(await note(there, oid), `{"drySha":"${drySha}"}`);
    assertEquals(
      await plainGit(there, ["rev-parse", "refs/heads/rendered"]),
      oid,
    );
    await plainGit(there, ["fsck", "--strict"]);
  });
});

Deno.test("publish() moves only the note where nothing changed, and nothing where nothing is new", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    const remote = remoteAt(there);
    const oid = await commit(here, "1");
    const base = { branch: "rendered", commit: oid, author: AUTHOR };
    await publish(here, remote, {
      ...base,
      expected: undefined,
      drySha: "1".repeat(40),
    });
    const again = { ...base, expected: oid, drySha: "2".repeat(40) };
    assertEquals(await publish(here, remote, again), { kind: "pushed" });
    assertEquals(await note(there, oid), `{"drySha":"${"2".repeat(40)}"}`);
    const refs = await refsOf(there);
    assertEquals(await publish(here, remote, again), { kind: "pushed" });
    assertEquals(await refsOf(there), refs);
    assertEquals(
      await plainGit(there, ["rev-list", "--count", NOTES_REF]),
      "2",
    );
  });
});

Deno.test("publish() loses the race for the branch and leaves note and branch alone", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    const remote = remoteAt(there);
    const base = { branch: "rendered", author: AUTHOR, expected: undefined };
    await publish(here, remote, {
      ...base,
      commit: await commit(here, "1"),
      drySha: "1".repeat(40),
    });
    const refs = await refsOf(there);
    assertEquals(
      await publish(here, remote, {
        ...base,
        commit: await commit(here, "2"),
        drySha: "2".repeat(40),
      }),
      { kind: "lost-race", moved: ["refs/heads/rendered"] },
    );
    assertEquals(await refsOf(there), refs);
  });
});

Deno.test("publish() gets every note in, however many environments push at once", async () => {
  await temporary(async (root) => {
    const there = await bareRepository(`${root}/there`);
    const environments = ["a", "b", "c", "d"];
    const commits = await Promise.all(
      environments.map(async (branch, index) => {
        const here = await initRepository(`${root}/${branch}`);
        const oid = await commit(here, branch);
        const drySha = `${index}`.repeat(40);
        const publication = {
          branch,
          commit: oid,
          expected: undefined,
          drySha,
          author: AUTHOR,
        };
        assertEquals(await publish(here, remoteAt(there), publication), {
          kind: "pushed",
        });
        return [oid, drySha] as const;
      }),
    );
    for (const [oid, drySha] of commits) {
      assertEquals(await note(there, oid), `{"drySha":"${drySha}"}`);
    }
  });
});

Deno.test("publish() lets exactly one of many writers win each round", async () => {
  await temporary(async (root) => {
    const there = await bareRepository(`${root}/there`);
    const remote = remoteAt(there);
    const writers = await Promise.all(
      ["a", "b", "c"].map((name) => initRepository(`${root}/${name}`)),
    );
    let head: string | undefined;
    for (let round = 0; round < 5; round += 1) {
      const expected = head;
      const outcomes = await Promise.all(writers.map(async (here, index) => {
        if (expected !== undefined) {
          await plainGit(here.directory, ["fetch", "--quiet", there, expected]);
        }
        const parents = expected === undefined ? [] : [expected];
        const oid = await commit(here, `${round} ${index}`, parents);
        const drySha = `${round}`.repeat(40);
        const outcome = await publish(here, remote, {
          branch: "rendered",
          commit: oid,
          expected,
          drySha,
          author: AUTHOR,
        });
        return [oid, outcome.kind] as const;
      }));
      const won = outcomes.filter(([, kind]) => kind === "pushed");
      assertEquals(outcomes.map(([, kind]) => kind).toSorted(), [
        "lost-race",
        "lost-race",
        "pushed",
      ]);
      head = won[0]?.[0];
      assertEquals(
        await plainGit(there, ["rev-parse", "refs/heads/rendered"]),
        head,
      );
    }
    assertEquals(
      await plainGit(there, ["rev-list", "--count", "refs/heads/rendered"]),
      "5",
    );
  });
});
