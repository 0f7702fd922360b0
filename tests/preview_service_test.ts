/**
 * The service and its previews as a whole: a real repository with real
 * `refs/pull/N/head`, a forge over HTTP, webhooks with real signatures.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { delay } from "@std/async/delay";
import { hexMac, SECRET } from "../src/forge/_testing/signing.ts";
import { serveForge } from "../src/forge/_testing/serve.ts";
import { speakGitea } from "../src/forge/_testing/gitea.ts";
import {
  makePullRequest,
  makeWorld,
  TOKEN,
  type World,
} from "../src/forge/_testing/world.ts";
import { openForge } from "../src/forge/mod.ts";
import { plainGit, temporary } from "../src/git/_testing.ts";
import {
  commitTree,
  initRepository,
  openRemote,
  type Remote,
  type Repository,
  writeTree,
} from "../src/git/mod.ts";
import {
  forkPolicy,
  readBuiltInTemplates,
  serveRepository,
} from "../src/service/mod.ts";
import { readSample } from "./samples.ts";

const DEMO = await readSample("demo");
const AUTHOR = {
  name: "Ada",
  email: "ada@example.com",
  date: { seconds: 1_767_225_600, offset: "+0000" },
};

type Files = Readonly<Record<string, string>>;

/** A repository on a forge, with the service beside it. */
interface Stage {
  readonly served: Repository;
  readonly world: World;
  readonly url: string;
  /** Everything that did not work. */
  readonly failures: string[];
  /** Commits files and points a ref at them. */
  commit(
    ref: string,
    files: Files,
    parents: readonly string[],
  ): Promise<string>;
  /** Tells the service that something happened to a pull request. */
  hook(number: number): Promise<number>;
}

async function onStage(
  test: (stage: Stage) => Promise<void>,
  options: { forks?: string; restart?: true } = {},
): Promise<void> {
  await temporary(async (root) => {
    const served = await initRepository(`${root}/fleet.git`);
    const world = makeWorld();
    world.pullRequests.length = 0;
    await serveForge(
      { world, root: "/api/v1", speak: speakGitea },
      async (origin) => {
        const stop = new AbortController();
        const failures: string[] = [];
        const listening = Promise.withResolvers<string>();
        const commit = committer(served);
        const main = await commit("refs/heads/main", DEMO, []);
        assert(main !== "");
        const service = serveRepository({
          repository: await initRepository(`${root}/mirror.git`),
          remote: remoteAt(served.directory),
          branch: "main",
          builtIn: await readBuiltInTemplates(),
          cache: `${root}/cache`,
          forge: {
            forge: await openForge({
              kind: "gitea",
              url: origin,
              repository: "team/fleet",
              credentials: { kind: "token", token: TOKEN },
            }),
            forks: forkPolicy(options.forks ?? "off"),
            webhooks: { kind: "gitea", secret: SECRET },
          },
          listen: { hostname: "127.0.0.1", port: 0 },
          publicUrl: "https://k0render.example",
          intervalMs: 3_600_000,
          signal: stop.signal,
          onListen: listening.resolve,
          onRender: () => {},
          onFailure: (reason) => failures.push(reason),
        });
        const url = await listening.promise;
        try {
          await test({
            served,
            world,
            url,
            failures,
            commit,
            hook: (number) => sendHook(url, number),
          });
          assertEquals(failures, []);
        } finally {
          stop.abort();
          await service;
        }
      },
    );
  });
}

function committer(repository: Repository): Stage["commit"] {
  return async (ref, files, parents) => {
    const entries = Object.entries(files)
      .map(([path, text]) => ({ kind: "file", path, text } as const));
    const oid = await commitTree(repository, {
      tree: await writeTree(repository, entries),
      parents,
      author: AUTHOR,
      subject: "Change the fleet",
    });
    await plainGit(repository.directory, ["update-ref", ref, oid]);
    return oid;
  };
}

function remoteAt(directory: string): Remote {
  const opened = openRemote(directory);
  assert(opened.kind === "remote");
  return opened.remote;
}

async function sendHook(url: string, number: number): Promise<number> {
  const body = JSON.stringify({
    action: "opened",
    number,
    pull_request: { number },
    repository: { full_name: "team/fleet" },
  });
  const response = await fetch(`${url}/hooks/gitea`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-gitea-event": "pull_request",
      "x-gitea-delivery": crypto.randomUUID(),
      "x-gitea-signature": hexMac(SECRET, new TextEncoder().encode(body)),
    },
  });
  await response.body?.cancel();
  return response.status;
}

/** Waits for something that the service is about to do. */
async function until<Result>(
  what: string,
  find: () => Promise<Result | undefined> | Result | undefined,
): Promise<Result> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await delay(100);
  }
  throw new Error(`Cannot see that ${what}`);
}

function statesOf({ world }: Stage, sha: string): string[] {
  return world.statuses.filter((status) => status.sha === sha)
    .map(({ state }) => state);
}

function isDone(stage: Stage, sha: string) {
  return until(
    "it is done",
    () =>
      statesOf(stage, sha).some((state) => state !== "pending") || undefined,
  );
}

async function branches({ served }: Stage): Promise<string[]> {
  const names = await plainGit(served.directory, [
    "for-each-ref",
    "--format=%(refname:short)",
    "refs/heads/k0render",
  ]);
  return names.split("\n").filter((name) => name !== "");
}

const EU1 = "clusters/eu1.yaml";

function withWorkers(count: number): Files {
  const text = DEMO[EU1]!.replace(
    "workersNumber: 4",
    `workersNumber: ${count}`,
  );
  return { ...DEMO, [EU1]: text };
}

function open(
  stage: Stage,
  sha: string,
  more: Partial<World["pullRequests"][0]> = {},
) {
  stage.world.pullRequests.splice(
    0,
    1,
    makePullRequest({ number: 7, sha, ...more }),
  );
}

Deno.test("a pull request is told what it does, once for each commit", async () => {
  await onStage(async (stage) => {
    const { world, url, commit, hook } = stage;
    const main = (await plainGit(stage.served.directory, ["rev-parse", "main"]))
      .trim();
    const first = await commit("refs/pull/7/head", withWorkers(6), [main]);
    open(stage, first);
    assertEquals(await hook(7), 202);
    await isDone(stage, first);
    assertEquals(statesOf(stage, first), ["pending", "success"]);
    assertEquals(world.comments.length, 1);
    const [comment] = world.comments;
    assertMatch(comment!.body, /eu1/);
    assertMatch(comment!.body, /https:\/\/k0render.example\/previews\/7/);
    const page = await until("the page is there", async () => {
      const response = await fetch(`${url}/previews/7`);
      const text = await response.text();
      return response.ok ? { response, text } : undefined;
    });
    assertMatch(page.text, /eu1/);
    const policy = page.response.headers.get("content-security-policy") ?? "";
    assertMatch(policy, /default-src 'none'/);
    assertMatch(await (await fetch(`${url}/previews`)).text(), /Add workers/);
    await until(
      "the branch is there",
      async () =>
        (await branches(stage)).includes("k0render/preview/7/production") ||
        undefined,
    );

    const second = await commit("refs/pull/7/head", withWorkers(8), [first]);
    open(stage, second);
    await hook(7);
    await isDone(stage, second);
    assertEquals(world.comments.length, 1);
    assertMatch(comment!.body, new RegExp(second.slice(0, 7)));

    const before = world.statuses.length;
    await hook(7);
    await hook(7);
    await delay(2_000);
    assertEquals(world.statuses.length, before);

    world.pullRequests.length = 0;
    await hook(7);
    await until(
      "the branch is gone",
      async () => (await branches(stage)).length === 0 || undefined,
    );
    const gone = await until("the page is gone", async () => {
      const response = await fetch(`${url}/previews/7`);
      await response.body?.cancel();
      return response.status === 404 || undefined;
    });
    assert(gone);
    assertEquals((await fetch(`${url}/readyz`)).status, 200);
  });
});

Deno.test("a preview shows the change as it would be merged now", async () => {
  await onStage(async (stage) => {
    const { world, commit, hook } = stage;
    const main = (await plainGit(stage.served.directory, ["rev-parse", "main"]))
      .trim();
    const us1 = DEMO["clusters/us1.yaml"]!;
    const moved = us1.replace(/workersNumber: \d+/, "workersNumber: 9");
    assert(moved !== us1);
    await commit("refs/heads/main", { ...DEMO, "clusters/us1.yaml": moved }, [
      main,
    ]);
    const head = await commit("refs/pull/7/head", withWorkers(6), [main]);
    open(stage, head);
    await hook(7);
    await isDone(stage, head);
    assertMatch(world.comments[0]!.body, /eu1/);
    assertEquals(/us1/.test(world.comments[0]!.body), false);

    const clash = await commit(
      "refs/pull/7/head",
      {
        ...DEMO,
        "clusters/us1.yaml": us1.replace(
          /workersNumber: \d+/,
          "workersNumber: 7",
        ),
      },
      [main],
    );
    open(stage, clash);
    await hook(7);
    await isDone(stage, clash);
    assertEquals(statesOf(stage, clash), ["pending", "failure"]);
    assertMatch(world.comments[0]!.body, /clusters\/us1.yaml.* is in conflict/);
  });
});

const HOSTILE: Files = {
  ...withWorkers(6),
  "own/Chart.yaml": `apiVersion: v2
name: own
version: 1.0.0
annotations:
  cluster.x-k8s.io/provider: infrastructure-aws
  cluster.x-k8s.io/infrastructure-aws: v1beta2
`,
  "own/templates/cluster.yaml": `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata: {name: bad, namespace: prod}
# {{ range $i := until 100000000 }}{{ end }}
`,
  "bad.yaml": `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own-1-0-0, namespace: prod}
spec: {helm: {chartSpec: {chart: own, version: 1.0.0}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: bad, namespace: prod}
spec:
  template: own-1-0-0
  credential: aws-main
  config: {}
`,
};

Deno.test("a hostile template in a pull request is a finding, and stops nothing else", async () => {
  await onStage(async (stage) => {
    const { world, commit, hook } = stage;
    const main = (await plainGit(stage.served.directory, ["rev-parse", "main"]))
      .trim();
    const head = await commit("refs/pull/7/head", HOSTILE, [main]);
    open(stage, head);
    await hook(7);
    await isDone(stage, head);
    assertEquals(statesOf(stage, head), ["pending", "failure"]);
    const { body } = world.comments[0]!;
    assertMatch(body, /bad/);
    assertMatch(body, /limit exceeded/);
    assertMatch(body, /eu1/);
    assertEquals((await fetch(`${stage.url}/readyz`)).status, 200);
  });
});

Deno.test("a pull request from a fork is rendered once it has the label", async () => {
  await onStage(async (stage) => {
    const { world, commit, hook } = stage;
    const main = (await plainGit(stage.served.directory, ["rev-parse", "main"]))
      .trim();
    const head = await commit("refs/pull/7/head", withWorkers(6), [main]);
    open(stage, head, { fork: true });
    await hook(7);
    await delay(3_000);
    assertEquals(world.comments, []);
    assertEquals(world.statuses, []);
    open(stage, head, { fork: true, labels: ["ok to render"] });
    await hook(7);
    await isDone(stage, head);
    assertEquals(world.comments.length, 1);
  }, { forks: "label:ok to render" });
});

Deno.test("a webhook without the right signature is refused", async () => {
  await onStage(async ({ url, world }) => {
    const before = world.log.length;
    for (
      const [path, headers, status] of [
        ["/hooks/gitea", {}, 401],
        ["/hooks/gitea", { "x-gitea-signature": "00" }, 401],
        ["/hooks/github", {}, 404],
      ] as const
    ) {
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        body: "{}",
        headers: { "content-type": "application/json", ...headers },
      });
      await response.body?.cancel();
      assertEquals(response.status, status);
    }
    const response = await fetch(`${url}/hooks/gitea`, {
      method: "POST",
      body: "x".repeat(30_000_000),
      headers: { "content-type": "application/json" },
    });
    await response.body?.cancel();
    assertEquals(response.status, 413);
    assert(world.log.length <= before + 2);
  });
});
