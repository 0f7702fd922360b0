import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { arbitraryPreview } from "../_arbitrary.ts";
import {
  eventfulChange,
  eventfulPreview,
  sharedLineChange,
} from "../_fleets.ts";
import { emptyComparison, previewOf } from "../_testing.ts";
import { faultsOf } from "./_judge.ts";
import { type CommentOptions, renderComment } from "./comment.ts";
import type { DialectName } from "./dialect.ts";
import { sizeOf } from "./fit.ts";

const GITHUB: CommentOptions = {
  characters: 60_000,
  bytes: 240_000,
  dialect: "github",
  marker: "k0render-preview:fleet",
};

const DIALECTS: readonly DialectName[] = [
  "github",
  "gitlab",
  "gitea",
  "bitbucket",
  "azure",
];

Deno.test("renderComment() of any comparison is valid within any budget", () => {
  const budget = fc.oneof(fc.nat(400), fc.nat(4_000), fc.nat(70_000));
  fc.assert(
    fc.property(
      arbitraryPreview,
      fc.record({
        characters: budget,
        bytes: budget,
        dialect: fc.constantFrom(...DIALECTS),
        marker: fc.constant("k0render-preview:fleet"),
      }),
      (preview, options) => {
        const text = renderComment(preview, options);
        const size = sizeOf(text);
        assert(size.characters <= options.characters, "too many characters");
        assert(size.bytes <= options.bytes, "too many bytes");
        assertEquals(faultsOf(text, options.dialect), []);
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("renderComment() is valid at every size on the way to nothing", () => {
  const preview = eventfulPreview();
  for (const dialect of DIALECTS) {
    for (let characters = 0; characters < 5_000; characters += 7) {
      const options = { ...GITHUB, dialect, characters };
      const text = renderComment(preview, options);
      assert(text.length <= characters);
      assertEquals(faultsOf(text, dialect), [], `${characters} characters`);
    }
  }
});

Deno.test("renderComment() shows 1,000 clusters on one screen", () => {
  const text = renderComment(
    previewOf({ prod: sharedLineChange(1_000) }),
    GITHUB,
  );
  const [screen = ""] = text.split("<details>");
  assert(screen.split("\n").length <= 30, `${screen.split("\n").length} lines`);
  assert(screen.length <= 2_500, `${screen.length} characters`);
  assertStringIncludes(screen, "1,000 clusters change");
  assertStringIncludes(screen, "`environments/prod.yaml:9` → 1,000 clusters");
  assertStringIncludes(screen, "and 997 more");
});

Deno.test("renderComment() says first what happens to running clusters", () => {
  const lines = renderComment(eventfulPreview(), GITHUB).split("\n")
    .filter((line) => line !== "");
  assertEquals(lines.slice(0, 3), [
    "<!-- k0render-preview:fleet -->",
    "### 🛑 3 clusters change, 1 is created, 1 is deleted, 1 is unknown",
    "**Stopped**: 1 guard is tripped. 1 new error. Something that runs is deleted.",
  ]);
});

Deno.test("renderComment() has all of its parts, the gravest effects first", () => {
  const text = renderComment(eventfulPreview(), GITHUB);
  const parts = [
    "🛑 **Guard** `clustersDeleted`: at most 0 clusters deleted",
    "in the source: `delete:legacy/apps-old`",
    "⛔ **DELETE**",
    "❌ **WILL FAIL**",
    "🔄 **CONTROL-PLANE ROLLOUT** k0s v1.35.4 → v1.36.3",
    "`environments/prod.yaml:9` → 2 clusters",
    "✨ **CREATE**",
    "`dev/lab` could not be rendered with the change",
    "⚠️ Control planes with one machine are away",
    "**New findings**: 1 error, 1 warning",
    "<summary>Changes in detail (5)</summary>",
    "+ spec.template.spec.vmSize: Standard_D4s_v5",
    "[Full report](https://k0render.example/previews/7)",
    "`9f8e7d6c5b` → `a1b2c3d4e5` · k0render 0.1.0",
  ];
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    assert(found >= at, `"${part}" is missing or stands too early`);
    at = found;
  }
});

Deno.test("renderComment() counts what it leaves out", () => {
  const preview = eventfulPreview();
  const small = renderComment(preview, { ...GITHUB, characters: 900 });
  assertStringIncludes(small, "more effects |");
  assertStringIncludes(small, "[Full report]");
});

Deno.test("renderComment() tells environments apart", () => {
  const preview = previewOf({
    dev: sharedLineChange(2),
    prod: emptyComparison(),
  });
  const text = renderComment(preview, GITHUB);
  assertStringIncludes(text, "#### `dev` → `env/dev`: 2 clusters change");
  assertStringIncludes(text, "#### `prod` → `env/prod`: Nothing changes");
});

Deno.test("renderComment() tells what cannot be rendered at all", () => {
  const { findings, environments } = eventfulPreview();
  const [prod] = environments;
  const preview = {
    ...previewOf({ prod: emptyComparison() }, findings),
    environments: [{ environment: "prod", links: {} }, prod!],
  };
  const text = renderComment(preview, GITHUB);
  assertStringIncludes(text, "1 environment cannot be rendered\n");
  assertStringIncludes(text, "#### `prod`: Nothing can be rendered");
});

Deno.test("renderComment() tells why nothing can be rendered at all", () => {
  const problem = "Cannot merge with @main: clusters/eu1.yaml is in conflict";
  const text = renderComment({ ...previewOf({}), problem }, GITHUB);
  assertStringIncludes(text, "### 🛑 Nothing can be rendered");
  assertStringIncludes(text, "**Because**: Cannot merge with `@main`:");
  assertEquals(faultsOf(text, "github"), []);
});

Deno.test("renderComment() has all acknowledgements, ready to be copied", () => {
  const [guard] = eventfulChange().guards;
  const entries = Array.from(
    { length: 6 },
    (_, index) => `delete:prod/${index}`,
  );
  const comparison = {
    ...eventfulChange(),
    guards: [{ ...guard!, acknowledgements: entries }],
  };
  const text = renderComment(previewOf({ prod: comparison }), GITHUB);
  assertStringIncludes(
    text,
    `k0render.dev/acknowledge: >-\n  ${entries.join("\n  ")}\n`,
  );
});

Deno.test("renderComment() for Bitbucket has no HTML and a hidden marker", () => {
  const text = renderComment(eventfulPreview(), {
    ...GITHUB,
    dialect: "bitbucket",
  });
  assertEquals(text.split("\n")[0], "[//]: # (k0render-preview:fleet)");
  assert(!text.includes("<"));
  assertStringIncludes(text, "**Changes in detail (5)**");
});
