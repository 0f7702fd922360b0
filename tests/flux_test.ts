/**
 * The objects that make Flux follow a branch lead to what is on that branch.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { isManifest } from "../src/model/mod.ts";
import { loadYamlAll } from "../src/yaml/mod.ts";
import { k0render } from "./cli.ts";
import { validateAgainstCrd } from "./crds.ts";
import { withFleet } from "./fleet.ts";
import { requirement } from "./requirements.ts";

Deno.test({
  name: "flux prints objects that fit their CRDs and lead to the entry point",
  ignore: !(await requirement("shared")),
  async fn() {
    await withFleet(async (fleet) => {
      await fleet.render();
      const { code, stdout, stderr } = await k0render(
        "flux",
        ...["--source", fleet.work, "--url", "https://git.example.com/fleet"],
        ...["--secret", "git", "--verify-secret", "keys"],
        ...["--receiver", "generic-hmac"],
      );
      assertEquals(code, 0, stderr);
      const objects = loadYamlAll(stdout).filter(isManifest);
      assertEquals(objects.map(({ kind }) => kind), [
        "GitRepository",
        "Kustomization",
        "Receiver",
      ]);
      assertEquals(objects.flatMap(validateAgainstCrd), []);
      const [repository, kustomization] = objects;
      const { ref } = repository?.spec as { ref: { branch: string } };
      const { path } = kustomization?.spec as { path: string };
      assertEquals(ref.branch, "rendered");
      const files = await fleet.rendered();
      assert(files.has(`${path.replace("./", "")}/kustomization.yaml`));
    });
  },
});

Deno.test("flux refuses an address that Flux would refuse", async () => {
  for (
    const url of ["git@github.com:fleet/fleet.git", "fleet.git"]
  ) {
    const { code, stderr } = await k0render("flux", "--url", url);
    assertEquals([url, code], [url, 2]);
    assertStringIncludes(stderr, "is invalid");
  }
});
