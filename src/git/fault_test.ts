/**
 * Many writers, one branch, and a remote that fails now and then: what was
 * reported as pushed is on the branch, and nothing else is.
 */

import { assert, assertEquals } from "@std/assert";
import {
  AUTHOR,
  bareRepository,
  plainGit,
  remoteAt,
  serving,
  temporary,
} from "./_testing.ts";
import { commitTree } from "./commit.ts";
import { fetchRef } from "./fetch.ts";
import { publish } from "./publish.ts";
import type { Remote } from "./remote.ts";
import { initRepository, type Repository } from "./repository.ts";
import { smartHttp } from "./smart_http.ts";
import { writeTree } from "./write_tree.ts";

const WRITERS = 3;
const ROUNDS = 8;
const REF = "refs/heads/rendered";

/** Fails every third push before it is taken, and every fourth one after. */
function faulty(
  serve: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  let pushes = 0;
  return async (request) => {
    if (!request.url.endsWith("/git-receive-pack")) return await serve(request);
    pushes += 1;
    const failed = () => new Response("bad gateway", { status: 502 });
    if (pushes % 3 === 0) return failed();
    const response = await serve(request);
    if (pushes % 4 !== 0) return response;
    await response.arrayBuffer();
    return failed();
  };
}

/** Renders on top of whatever is there, once; returns the commit if it got in. */
async function attempt(
  here: Repository,
  remote: Remote,
  name: string,
): Promise<string | undefined> {
  const head = await fetchRef(here, remote, { ref: REF });
  assert(head.kind === "fetched");
  const parents = head.oid === undefined ? [] : [head.oid];
  const tree = await writeTree(here, [{ kind: "file", path: "a", text: name }]);
  const commit = await commitTree(here, {
    tree,
    parents,
    author: AUTHOR,
    subject: name,
  });
  const outcome = await publish(here, remote, {
    branch: "rendered",
    commit,
    expected: head.oid,
    drySha: commit,
    author: AUTHOR,
  });
  return outcome.kind === "pushed" ? commit : undefined;
}

Deno.test("publish() loses no commit and tells no lie, whatever fails", async () => {
  await temporary(async (root) => {
    const there = await bareRepository(`${root}/there`);
    const repositories = new Map([["fleet.git", {
      directory: there,
      writable: true,
    }]]);
    await serving(faulty(smartHttp({ repositories })), async (origin) => {
      const remote = remoteAt(`${origin}/fleet.git`);
      const write = async (writer: number) => {
        const here = await initRepository(`${root}/${writer}`);
        const pushed: string[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const commit = await attempt(here, remote, `${writer} ${round}`);
          if (commit !== undefined) pushed.push(commit);
        }
        return pushed;
      };
      const pushed = await Promise.all(
        Array.from({ length: WRITERS }, (_, writer) => write(writer)),
      );
      const history = await plainGit(there, ["rev-list", REF]);
      assertEquals(history.split("\n").toSorted(), pushed.flat().toSorted());
      for (const commit of pushed.flat()) {
        assertEquals(
          await plainGit(there, [
            "notes",
            "--ref=hydrator.metadata",
            "show",
            commit,
          ]),
          `{"drySha":"${commit}"}`,
        );
      }
      await plainGit(there, ["fsck", "--strict"]);
    });
  });
});
