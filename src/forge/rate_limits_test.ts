import { assertEquals } from "@std/assert";
import { forEach } from "./_testing/ask.ts";
import { json } from "./_testing/serve.ts";

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const LIMITS: readonly [
  criterion: string,
  answer: () => Response,
  retryAfterMs: number,
][] = [
  ["retry-after", () => json({}, 429, { "retry-after": "30" }), 30_000],
  [
    "retry-after with a date",
    () =>
      json({}, 429, { "retry-after": new Date(NOW + 90_000).toUTCString() }),
    90_000,
  ],
  ["403 and retry-after", () => json({}, 403, { "retry-after": "45" }), 45_000],
  ["503 and retry-after", () => json({}, 503, { "retry-after": "20" }), 20_000],
  [
    "an exhausted limit",
    () =>
      json({}, 403, {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(NOW / 1000 + 600),
      }),
    10 * MINUTE,
  ],
  [
    "GitLab's reset",
    () => json({}, 429, { "ratelimit-reset": String(NOW / 1000 + 120) }),
    2 * MINUTE,
  ],
  [
    "GitHub's page on secondary limits",
    () =>
      json({
        documentation_url:
          "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
      }, 403),
    MINUTE,
  ],
  ["no time", () => json({}, 429), MINUTE],
  ["a time gone by", () => json({}, 429, { "x-ratelimit-reset": "7" }), 1000],
  ["a year", () => json({}, 429, { "retry-after": "31536000" }), 60 * MINUTE],
];

for (const [criterion, answer, retryAfterMs] of LIMITS) {
  forEach(
    `waits as long as ${criterion} says`,
    async (ask, { world, open }) => {
      let now = NOW;
      const forge = await open({ now: () => now });
      world.fault = answer;
      assertEquals(await ask(forge), { kind: "rate-limited", retryAfterMs });
      assertEquals(world.log.length, 1);
      world.fault = undefined;
      world.log.length = 0;
      now += retryAfterMs - 1;
      assertEquals(await ask(forge), { kind: "rate-limited", retryAfterMs: 1 });
      assertEquals(world.log, []);
      now += 1;
      assertEquals((await ask(forge)).kind, "done");
    },
  );
}
