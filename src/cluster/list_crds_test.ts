import { assertEquals } from "@std/assert";
import { listCrds } from "./list_crds.ts";

Deno.test("listCrds() says that a certificate is none", async () => {
  const outcome = await listCrds({
    server: "https://localhost",
    headers: {},
    certificate: { cert: "none", key: "none" },
  });
  assertEquals(outcome, {
    kind: "failed",
    reason:
      'Cannot list CRDs of "https://localhost": the kubeconfig\'s client certificate or its key is none',
  });
});
