import { assertEquals } from "@std/assert";
import type { CommentApi, ForgeComment } from "../api.ts";
import { ForgeProblem } from "../http/problem.ts";
import { stickyComments } from "./sticky_comment.ts";

const STICKY = {
  pullRequest: "7",
  marker: "<!-- m -->\n\n",
  text: "<!-- m -->\n\n1",
};

/** Comments of one pull request, on which `me` writes. */
function commentsOf(
  comments: ForgeComment[],
  me: string | undefined,
): CommentApi {
  const gone = new ForgeProblem({ kind: "gone", reason: "No such comment" });
  const indexOf = (id: string) => {
    const index = comments.findIndex((comment) => comment.id === id);
    if (index < 0) throw gone;
    return index;
  };
  return {
    whoAmI: () => Promise.resolve(me),
    list: () => Promise.resolve([...comments]),
    create(_pullRequest, body) {
      const comment = { id: `${comments.length + 90}`, author: me ?? "", body };
      comments.push(comment);
      return Promise.resolve(comment);
    },
    async edit(_pullRequest, comment) {
      comments[indexOf(comment.id)] = comment;
      return await Promise.resolve(comment);
    },
    async remove(_pullRequest, { id }) {
      await Promise.resolve(comments.splice(indexOf(id), 1));
    },
  };
}

Deno.test("stickyComments() takes nobody's comments for ours", async () => {
  for (const me of ["", undefined]) {
    const theirs = { id: "1", author: "", body: `${STICKY.marker}All is well` };
    const comments = [theirs];
    const put = stickyComments(commentsOf(comments, me));
    assertEquals((await put(STICKY)).change, "created");
    assertEquals(comments[0], theirs);
    assertEquals((await put(STICKY)).change, "edited");
    assertEquals(comments.length, 2);
  }
});

Deno.test("stickyComments() knows a text although the forge changed its ends", async () => {
  const body = `\r\n${STICKY.text.replaceAll("\n", "\r\n")}  \r\n`;
  const comments = [{ id: "1", author: "me", body }];
  const put = stickyComments(commentsOf(comments, "me"));
  assertEquals(await put(STICKY), { id: "1", change: "none" });
});

Deno.test("stickyComments() keeps the oldest by number, not by text", async () => {
  const ids = ["100", "9", "10"];
  const comments = ids.map((id) => ({ id, author: "me", body: STICKY.marker }));
  const put = stickyComments(commentsOf(comments, "me"));
  assertEquals((await put(STICKY)).id, "9");
  assertEquals(comments.map(({ id }) => id), ["9"]);
});

Deno.test("stickyComments() keeps comments of two markers apart", async () => {
  const comments: ForgeComment[] = [];
  const put = stickyComments(commentsOf(comments, "me"));
  const other = { ...STICKY, marker: "<!-- n -->", text: "<!-- n -->2" };
  await put(STICKY);
  await put(other);
  await put(STICKY);
  assertEquals(comments.map(({ body }) => body), [STICKY.text, other.text]);
});

Deno.test("stickyComments() makes a comment that was deleted before it could be edited", async () => {
  const comments = [{ id: "1", author: "me", body: STICKY.marker }];
  const api = commentsOf(comments, "me");
  const put = stickyComments({
    ...api,
    async list(pullRequest) {
      const listed = await api.list(pullRequest);
      if (comments[0]?.id === "1") comments.shift();
      return listed;
    },
  });
  assertEquals((await put(STICKY)).change, "created");
  assertEquals(comments.map(({ body }) => body), [STICKY.text]);
});
