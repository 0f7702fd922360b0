import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { arbitraryPreview, HOSTILE } from "./_arbitrary.ts";
import { eventfulPreview, sharedLineChange } from "./_fleets.ts";
import { previewOf } from "./_testing.ts";
import { previewStatus } from "./status.ts";

Deno.test("previewStatus() is one line without text from the repository", () => {
  fc.assert(fc.property(arbitraryPreview, (preview) => {
    const { description } = previewStatus(preview);
    assert(description.length <= 140);
    assert(/^[\w ,;-]+$/.test(description), description);
    assert(
      !HOSTILE.some((text) => text.length > 2 && description.includes(text)),
    );
  }));
});

Deno.test("previewStatus() fails for tripped guards and new errors only", () => {
  const fine = previewOf({ prod: sharedLineChange(3) });
  assertEquals(previewStatus(fine), {
    state: "success",
    description:
      "3 clusters change, 0 are created, 0 are deleted; CONTROL-PLANE ROLLOUT; WORKER ROLLOUT",
  });
  assertEquals(previewStatus(eventfulPreview()).state, "failure");
  const { findings } = eventfulPreview();
  assertEquals(previewStatus({ ...fine, findings }).state, "failure");
  const warnings = findings.filter((each) =>
    each.finding.severity === "warning"
  );
  assertEquals(previewStatus({ ...fine, findings: warnings }).state, "success");
});
