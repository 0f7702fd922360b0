import { assert, assertEquals } from "@std/assert";
import { hiddenMarker } from "../preview/mod.ts";
import { type ForgeContext, FORGES, withForge } from "./_testing/forges.ts";
import {
  addComment,
  makePullRequest,
  removeComment,
  ROBOT,
} from "./_testing/world.ts";
import type { CommitStatus } from "./forge.ts";

/** Runs a test against each forge. */
function forEach(
  criterion: string,
  test: (context: ForgeContext) => Promise<void>,
): void {
  for (const tested of FORGES) {
    Deno.test(`${tested.kind}: ${criterion}`, async () => {
      await withForge(tested, test);
    });
  }
}

const MARKER = "k0render-preview:fleet";

forEach(
  "listPullRequests() tells what there is to know",
  async ({ world, forge }) => {
    world.pullRequests.push(
      makePullRequest({
        number: 8,
        title: "From elsewhere",
        fork: true,
        draft: true,
        labels: ["k0render"],
        sha: "c".repeat(40),
      }),
      makePullRequest({ number: 9, base: "release" }),
    );
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done", JSON.stringify(outcome));
    const { pullRequests, truncated } = outcome.value;
    assertEquals(truncated, false);
    assertEquals(
      pullRequests.map(({ id, title, base, head, fork, draft }) => [
        id,
        title,
        base.branch,
        head.branch,
        head.sha,
        fork,
        draft,
      ]),
      [
        [
          "7",
          "Add workers",
          "main",
          "more-workers",
          "a".repeat(40),
          false,
          false,
        ],
        [
          "8",
          "From elsewhere",
          "main",
          "more-workers",
          "c".repeat(40),
          true,
          true,
        ],
      ],
    );
    assert(pullRequests.every(({ url }) => /^https?:/.test(url)));
    assert(pullRequests.every(({ author }) => author === "ada"));
  },
);

forEach(
  "listPullRequests() follows the pages to the end, in order",
  async ({ world, forge }) => {
    world.pageSize = 20;
    for (let number = 8; number <= 106; number += 1) {
      world.pullRequests.unshift(makePullRequest({ number }));
    }
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done", JSON.stringify(outcome));
    assertEquals(
      outcome.value.pullRequests.map(({ id }) => Number(id)),
      Array.from({ length: 100 }, (_, index) => index + 7),
    );
    assertEquals(outcome.value.truncated, false);
  },
);

forEach(
  "listPullRequests() stops somewhere, and says so",
  async ({ world, forge }) => {
    world.pageSize = 2;
    for (let number = 8; number <= 40; number += 1) {
      world.pullRequests.push(makePullRequest({ number }));
    }
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done", JSON.stringify(outcome));
    assertEquals(outcome.value.pullRequests.length, 20);
    assertEquals(outcome.value.truncated, true);
  },
);

forEach(
  "putComment() makes one comment and edits it in place",
  async ({ world, forge, open }) => {
    const first = await forge.putComment("7", { marker: MARKER, body: "One" });
    assert(first.kind === "done", JSON.stringify(first));
    assertEquals(first.value.change, "created");
    const second = await forge.putComment("7", { marker: MARKER, body: "Two" });
    assertEquals(second, {
      kind: "done",
      value: { id: first.value.id, change: "edited" },
    });
    const other = await open();
    assertEquals(
      await other.putComment("7", { marker: MARKER, body: "Two" }),
      { kind: "done", value: { id: first.value.id, change: "none" } },
    );
    await other.putComment("7", { marker: MARKER, body: "Three" });
    const line = hiddenMarker(MARKER, forge.budget.dialect);
    assertEquals(world.comments.map(({ body }) => body), [`${line}Three`]);
  },
);

forEach(
  "putComment() leaves other people's comments alone, marker or not",
  async ({ world, forge }) => {
    const line = hiddenMarker(MARKER, forge.budget.dialect);
    addComment(world, { author: "mallory", body: `${line}All is well` });
    addComment(world, { author: ROBOT, body: "Welcome" });
    addComment(world, { author: ROBOT, body: `> ${line}` });
    const outcome = await forge.putComment("7", {
      marker: MARKER,
      body: "One",
    });
    assert(outcome.kind === "done", JSON.stringify(outcome));
    assertEquals(outcome.value.change, "created");
    assertEquals(world.comments.map(({ body }) => body), [
      `${line}All is well`,
      "Welcome",
      `> ${line}`,
      `${line}One`,
    ]);
  },
);

forEach(
  "putComment() finds its comment beyond the first page",
  async ({ world, forge }) => {
    world.pageSize = 3;
    for (let index = 0; index < 8; index += 1) {
      addComment(world, { author: "ada", body: `Comment ${index}` });
    }
    const line = hiddenMarker(MARKER, forge.budget.dialect);
    const ours = addComment(world, { author: ROBOT, body: `${line}Old` });
    const outcome = await forge.putComment("7", {
      marker: MARKER,
      body: "New",
    });
    assert(outcome.kind === "done", JSON.stringify(outcome));
    assertEquals(outcome.value.change, "edited");
    assertEquals(ours.body, `${line}New`);
  },
);

forEach(
  "putComment() comes back after the comment was deleted",
  async ({ world, forge }) => {
    await forge.putComment("7", { marker: MARKER, body: "One" });
    const [made] = world.comments;
    assert(made !== undefined && removeComment(world, made.id));
    const again = await forge.putComment("7", { marker: MARKER, body: "One" });
    assert(again.kind === "done", JSON.stringify(again));
    assertEquals(again.value.change, "created");
    assertEquals(world.comments.length, 1);
  },
);

forEach(
  "putComment() keeps the oldest of its comments",
  async ({ world, forge }) => {
    const line = hiddenMarker(MARKER, forge.budget.dialect);
    const oldest = addComment(world, { author: ROBOT, body: `${line}1` });
    addComment(world, { author: ROBOT, body: `${line}2` });
    addComment(world, { author: "ada", body: "Nice" });
    await forge.putComment("7", { marker: MARKER, body: "3" });
    assertEquals(world.comments.map(({ body }) => body), [`${line}3`, "Nice"]);
    assertEquals(oldest.body, `${line}3`);
  },
);

forEach(
  "putComment() of two processes at once ends with one comment",
  async ({ world, open }) => {
    const forges = await Promise.all([open(), open(), open()]);
    const outcomes = await Promise.all(
      forges.map((forge) =>
        forge.putComment("7", { marker: MARKER, body: "1" })
      ),
    );
    assertEquals(outcomes.map(({ kind }) => kind), ["done", "done", "done"]);
    for (const forge of forges) {
      await forge.putComment("7", { marker: MARKER, body: "2" });
    }
    assertEquals(world.comments.length, 1);
  },
);

forEach(
  "putComment() says that the pull request is gone",
  async ({ forge }) => {
    const outcome = await forge.putComment("999", {
      marker: MARKER,
      body: "1",
    });
    assertEquals(outcome.kind, "gone");
  },
);

const STATUS: CommitStatus = {
  state: "pending",
  context: "k0render/preview",
  description: "Rendering",
  url: "https://k0render.example/previews/7",
};

forEach(
  "putStatus() tells the three states, and nothing twice",
  async ({ world, forge }) => {
    const target = { sha: "a".repeat(40), pullRequest: "7" };
    const done = { kind: "done", value: undefined } as const;
    for (const state of ["pending", "pending", "success", "failure"] as const) {
      assertEquals(await forge.putStatus(target, { ...STATUS, state }), done);
    }
    assertEquals(world.statuses.length, 3);
    assertEquals(new Set(world.statuses.map(({ state }) => state)).size, 3);
    const [first] = world.statuses;
    assertEquals(first?.sha, target.sha);
    assertEquals(first?.url, STATUS.url);
    assertEquals(first?.description, "Rendering");
  },
);

forEach(
  "putStatus() keeps within the room for a description",
  async ({ world, forge }) => {
    const description = `First line\n${"🚀 long ".repeat(2_000)}`;
    const target = { sha: "a".repeat(40), pullRequest: "7" };
    const outcome = await forge.putStatus(target, { ...STATUS, description });
    assertEquals(outcome.kind, "done");
    const [status] = world.statuses;
    assert(status !== undefined);
    assert(status.description.startsWith("First line 🚀 long"));
    assert(status.description.endsWith("…"));
    assert(status.description.isWellFormed());
  },
);
