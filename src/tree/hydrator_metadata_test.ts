import { assert, assertEquals } from "@std/assert";
import { cluster } from "./_testing.ts";
import {
  formatMetadata,
  hasSummary,
  type RenderSummary,
  type SourceCommit,
} from "./hydrator_metadata.ts";

const COMMIT: SourceCommit = {
  sha: "0a",
  repoURL: "https://git.example.com/fleet",
  author: "A <a@example.com>",
  date: "2026-01-01T00:00:00Z",
  subject: 'Say "hi"',
  body: "line\n\nSigned-off-by: A\n",
};
const SUMMARY: RenderSummary = {
  environment: "prod",
  applyLevel: "capi",
  version: "0.1.0",
  failed: [
    { id: cluster("eu2"), kept: true },
    { id: cluster("eu1"), kept: false },
  ],
};

Deno.test("formatMetadata() keeps the contract of custom hydrators", () => {
  const text = formatMetadata(
    { commit: COMMIT, references: [COMMIT] },
    SUMMARY,
  );
  const { sha, ...rest } = COMMIT;
  assertEquals(JSON.parse(text), {
    drySha: sha,
    ...rest,
    references: [{ commit: COMMIT }],
    k0render: {
      environment: "prod",
      applyLevel: "capi",
      version: "0.1.0",
      failed: [
        { unit: "cluster prod/eu1", kept: false },
        { unit: "cluster prod/eu2", kept: true },
      ],
    },
  });
});

Deno.test("hasSummary() looks at everything but the provenance", () => {
  const text = formatMetadata({ commit: { ...COMMIT, sha: "0b" } }, SUMMARY);
  assert(hasSummary(text, SUMMARY));
  assert(!hasSummary(text, { ...SUMMARY, failed: [] }));
  assert(!hasSummary("not JSON", SUMMARY));
});
