/**
 * Webhooks as each forge sends them.
 *
 * @module
 */

import type { Webhook } from "../webhook/webhook.ts";
import { SIGNING, type SigningForge } from "./signing.ts";

/** A webhook, and what is read of it. */
export interface WebhookCase extends SigningForge {
  readonly criterion: string;
  readonly payload: unknown;
  readonly expected: Webhook;
}

const SHA = "1".repeat(40);
const NONE = "0".repeat(40);

function pushed(
  repository: string,
  { delivery = "d-1", refs }: {
    readonly delivery?: string;
    readonly refs: readonly { readonly ref: string; readonly sha?: string }[];
  },
): Webhook {
  return { kind: "push", repository, refs, delivery };
}

function proposed(
  repository: string,
  delivery: string | undefined = "d-1",
): Webhook {
  return { kind: "pull-request", repository, pullRequest: "7", delivery };
}

const IGNORED: Webhook = {
  kind: "ignored",
  reason: "it tells of something else",
};
const MAIN = [{ ref: "refs/heads/main", sha: SHA }];
const GITHUB_PUSH = {
  ref: "refs/heads/main",
  before: NONE,
  after: SHA,
  repository: { full_name: "team/fleet" },
};
const GITHUB_PULL_REQUEST = {
  action: "synchronized",
  number: 7,
  repository: { full_name: "team/fleet" },
};
const GITLAB_PUSH = {
  ref: "refs/heads/main",
  after: SHA,
  project: { path_with_namespace: "group/sub/fleet" },
};
const AZURE_REPOSITORY = { name: "fleet", project: { name: "platform" } };
const CENTER_REPOSITORY = { slug: "fleet", project: { key: "PLAT" } };

type SchemeName = keyof typeof SIGNING;

const ROWS: readonly [
  scheme: SchemeName,
  criterion: string,
  event: Readonly<Record<string, string>>,
  payload: unknown,
  expected: Webhook,
][] = [
  [
    "github",
    "a push",
    { "x-github-event": "push" },
    GITHUB_PUSH,
    pushed("team/fleet", { refs: MAIN }),
  ],
  ["github", "a deleted branch", { "x-github-event": "push" }, {
    ...GITHUB_PUSH,
    after: NONE,
  }, pushed("team/fleet", { refs: [{ ref: "refs/heads/main" }] })],
  [
    "github",
    "a pull request",
    { "x-github-event": "pull_request" },
    GITHUB_PULL_REQUEST,
    proposed("team/fleet"),
  ],
  [
    "github",
    "a ping",
    { "x-github-event": "ping" },
    { zen: "Keep it simple" },
    { kind: "ping" },
  ],
  ["github", "a comment", { "x-github-event": "issue_comment" }, {}, IGNORED],
  ["github", "a push without a repository", { "x-github-event": "push" }, {
    ref: "refs/heads/main",
    after: SHA,
  }, { kind: "ignored", reason: 'its "repository" is not understood' }],
  [
    "gitea",
    "a push",
    { "x-gitea-event": "push" },
    GITHUB_PUSH,
    pushed("team/fleet", { refs: MAIN }),
  ],
  [
    "gitea",
    "a pull request",
    {
      "x-gitea-event": "pull_request",
      "x-gitea-event-type": "pull_request_sync",
    },
    GITHUB_PULL_REQUEST,
    proposed("team/fleet"),
  ],
  [
    "forgejo",
    "a pull request",
    { "x-forgejo-event": "pull_request" },
    GITHUB_PULL_REQUEST,
    proposed("team/fleet"),
  ],
  [
    "gitlab",
    "a push",
    { "x-gitlab-event": "Push Hook" },
    GITLAB_PUSH,
    pushed("group/sub/fleet", { refs: MAIN }),
  ],
  ["gitlab", "a deleted branch", { "x-gitlab-event": "Push Hook" }, {
    ...GITLAB_PUSH,
    after: NONE,
    checkout_sha: null,
  }, pushed("group/sub/fleet", { refs: [{ ref: "refs/heads/main" }] })],
  ["gitlab signed", "a merge request", {
    "x-gitlab-event": "Merge Request Hook",
  }, {
    project: GITLAB_PUSH.project,
    object_attributes: { iid: 7, action: "update" },
  }, proposed("group/sub/fleet", "msg_1")],
  ["gitlab", "a note", { "x-gitlab-event": "Note Hook" }, {}, IGNORED],
  ["cloud", "a push of two refs", { "x-event-key": "repo:push" }, {
    repository: { full_name: "team/fleet" },
    push: {
      changes: [
        {
          old: null,
          new: { type: "branch", name: "main", target: { hash: SHA } },
        },
        { old: { type: "tag", name: "v1", target: { hash: SHA } }, new: null },
      ],
    },
  }, pushed("team/fleet", { refs: [...MAIN, { ref: "refs/tags/v1" }] })],
  ["cloud", "a pull request", { "x-event-key": "pullrequest:updated" }, {
    repository: { full_name: "team/fleet" },
    pullrequest: { id: 7, state: "OPEN" },
  }, proposed("team/fleet")],
  [
    "cloud",
    "a comment",
    { "x-event-key": "pullrequest:comment_created" },
    {},
    IGNORED,
  ],
  ["data center", "a ping", { "x-event-key": "diagnostics:ping" }, {
    test: true,
  }, { kind: "ping" }],
  ["data center", "a push", { "x-event-key": "repo:refs_changed" }, {
    repository: CENTER_REPOSITORY,
    changes: [
      {
        ref: { id: "refs/heads/main" },
        fromHash: NONE,
        toHash: SHA,
        type: "ADD",
      },
      {
        ref: { id: "refs/heads/old" },
        fromHash: SHA,
        toHash: NONE,
        type: "DELETE",
      },
    ],
  }, pushed("PLAT/fleet", { refs: [...MAIN, { ref: "refs/heads/old" }] })],
  ["data center", "a pull request", { "x-event-key": "pr:from_ref_updated" }, {
    pullRequest: {
      id: 7,
      version: 2,
      toRef: { repository: CENTER_REPOSITORY },
    },
  }, proposed("PLAT/fleet")],
  [
    "data center",
    "a comment",
    { "x-event-key": "pr:comment:added" },
    {},
    IGNORED,
  ],
  ["azure", "a push", {}, {
    id: "a-1",
    eventType: "git.push",
    resource: {
      repository: AZURE_REPOSITORY,
      refUpdates: [{
        name: "refs/heads/main",
        oldObjectId: NONE,
        newObjectId: SHA,
      }],
    },
  }, pushed("platform/fleet", { delivery: "a-1", refs: MAIN })],
  ["azure header", "a pull request", {}, {
    id: "a-2",
    eventType: "git.pullrequest.updated",
    resource: { repository: AZURE_REPOSITORY, pullRequestId: 7 },
  }, proposed("platform/fleet", "a-2")],
  ["azure", "a build", {}, {
    id: "a-3",
    eventType: "build.complete",
    resource: {},
  }, IGNORED],
];

/** A webhook of each kind that each forge sends. */
export const WEBHOOKS: readonly WebhookCase[] = ROWS.map(
  ([name, criterion, event, payload, expected]) => {
    const scheme = SIGNING[name];
    const headers = { ...scheme.headers, ...event };
    return {
      ...scheme,
      criterion: `${name}: ${criterion}`,
      headers,
      payload,
      expected,
    };
  },
);
