import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Chromium, type PageOptions } from "../../../tests/chromium.ts";
import { requirement } from "../../../tests/requirements.ts";
import { arbitraryPreview, HOSTILE } from "../_arbitrary.ts";
import {
  distinctChanges,
  eventfulPreview,
  sharedLineChange,
} from "../_fleets.ts";
import { previewOf } from "../_testing.ts";
import {
  contrastFaults,
  focusState,
  overflow,
  strangers,
} from "./_page_checks.js";
import { PENDING_STATUS } from "../status.ts";
import { renderIndex } from "./index_page.ts";
import { renderReport } from "./report.ts";

const FILES = new Map(
  ["preview/report.css", "preview/report.js"].map((path) => [
    path,
    Deno.readTextFileSync(
      new URL(`../../../templates/${path}`, import.meta.url),
    ),
  ]),
);

const LOOKS: readonly Required<Omit<PageOptions, "javaScriptEnabled">>[] = [
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
];

const hasChromium = await requirement("chromium");

function browserTest(
  name: string,
  test: (browser: Chromium) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: !hasChromium,
    // The connection to the browser outlives the pages.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      await using browser = await Chromium.start();
      await test(browser);
    },
  });
}

Deno.test("renderReport() is the same for the same preview", () => {
  assertEquals(
    renderReport(eventfulPreview(), FILES),
    renderReport(eventfulPreview(), FILES),
  );
});

browserTest(
  "a report is legible on phone and desktop, by day and night",
  async (browser) => {
    const html = renderReport(eventfulPreview(), FILES);
    for (const look of LOOKS) {
      const { page, incidents } = await browser.open(html, look);
      assertEquals(await page.evaluate(overflow), 0);
      await page.click("#open");
      assertEquals(await page.evaluate(overflow), 0, "all open");
      assertEquals(await page.evaluate(contrastFaults), []);
      assertEquals(incidents, []);
      await page.close();
    }
  },
);

browserTest(
  "a report can be worked with by keyboard alone",
  async (browser) => {
    const html = renderReport(eventfulPreview(), FILES);
    const { page, incidents } = await browser.open(html);
    const seen: string[] = [];
    const { length } = await page.$$(
      "a[href], input, button, summary:not(details:not([open]) details summary)",
    );
    for (let step = 0; step < length; step++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(focusState);
      assert(
        focus.visible,
        `the focus on ${focus.tag} ${focus.name} is visible`,
      );
      seen.push(focus.name);
    }
    assertEquals(seen[0], "Skip to the effects");
    assertEquals(new Set(seen).size, seen.length, "everything is reached once");

    const all = await page.locator("[data-find]").count();
    await page.keyboard.press("/");
    await page.keyboard.type("apps-us1 k0s");
    assertEquals((await page.evaluate(focusState)).name, "search");
    const shown = () => page.locator("[data-find]:visible").count();
    const found = await shown();
    assert(found > 0 && found < 6, `${found} entries are found`);
    assertEquals(
      await page.textContent("#count"),
      `${found} of ${all} entries`,
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    assertEquals(await shown(), 2, "what is deleted, and its cluster");
    await page.locator("summary:visible").first().focus();
    await page.keyboard.press("Enter");
    assertEquals(await page.locator("details[open]").count(), 1);
    assertEquals(incidents, []);
  },
);

browserTest("a report can be read without JavaScript", async (browser) => {
  const html = renderReport(eventfulPreview(), FILES);
  const { page } = await browser.open(html, { javaScriptEnabled: false });
  assert(!await page.isVisible("#tools"), "tools that do nothing are hidden");
  assert(await page.isVisible("text=k0s v1.35.4 → v1.36.3 >> nth=0"));
  await page.click("text=spec is immutable and the name stays");
  assert(await page.isVisible("text=Standard_D4s_v5 >> nth=0"));
});

browserTest(
  "nothing from the repository runs or becomes HTML",
  async (browser) => {
    const previews = fc.sample(arbitraryPreview, { numRuns: 16, seed: 5 });
    for (const preview of previews) {
      const html = renderReport(preview, FILES);
      const { page, incidents } = await browser.open(html, { width: 390 });
      await page.click("#open");
      assertEquals(await page.evaluate(strangers), []);
      assertEquals(await page.evaluate(overflow), 0);
      assertEquals(incidents, []);
      await page.close();
    }
  },
);

browserTest("the policy stops what is not of the page", async (browser) => {
  const html = renderReport(eventfulPreview(), FILES).replace(
    "</main>",
    '<script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(1)"><p style="color:red">x</p></main>',
  );
  const { incidents } = await browser.open(html);
  const violations = incidents.filter((text) => /Content Security/.test(text));
  assertEquals(violations.length, 4, "script, image, handler, style");
  assert(!incidents.some((text) => /^dialog|^request/.test(text)));
});

browserTest(
  "the list of previews links to reports and nowhere else",
  async (browser) => {
    const entries = HOSTILE.map((text, index) => ({
      id: `${index} ${text}`,
      title: text,
      path: `previews/${encodeURIComponent(text.toWellFormed())}`,
      head: text,
      status: PENDING_STATUS,
    }));
    for (const look of LOOKS) {
      const { page, incidents } = await browser.open(
        renderIndex(entries, FILES),
        look,
      );
      assertEquals(await page.evaluate(overflow), 0);
      assertEquals(await page.evaluate(contrastFaults), []);
      const links = await page.locator("main a").evaluateAll((all) =>
        all.map((each) => each.getAttribute("href") ?? "")
      );
      assertEquals(links.length, HOSTILE.length);
      assert(links.every((each) => each.startsWith("./previews/")));
      assertEquals(incidents, []);
      await page.close();
    }
  },
);

browserTest("a report prints everything and no tools", async (browser) => {
  const { page } = await browser.open(renderReport(eventfulPreview(), FILES));
  await page.emulateMedia({ media: "print" });
  assert(!await page.isVisible("#tools"));
  assert(await page.isVisible("text=Standard_D4s_v5 >> nth=0"));
});

browserTest(
  "a report of 1,000 clusters opens and is searched at once",
  async (browser) => {
    for (
      const [comparison, megabytes] of [
        [sharedLineChange(1_000), 0.5],
        [distinctChanges(1_000), 4],
      ] as const
    ) {
      const html = renderReport(previewOf({ prod: comparison }), FILES);
      assert(html.length < megabytes * 1e6, `${html.length} characters`);
      const started = performance.now();
      const { page } = await browser.open(html, { width: 390 });
      await page.fill("#search", "apps-0500");
      await page.waitForFunction(
        "document.getElementById('count').textContent",
      );
      const elapsed = performance.now() - started;
      assert(elapsed < 60_000, `${elapsed} ms`);
      assert(await page.locator("[data-find]:visible").count() > 0);
      await page.close();
    }
  },
);
