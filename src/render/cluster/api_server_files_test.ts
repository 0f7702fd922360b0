import { assertEquals } from "@std/assert";
import { auditPolicyFile } from "./audit_policy.ts";
import { authenticationFile } from "./authentication.ts";

const JWT = {
  issuer: { url: "https://issuer.example.com", audiences: ["k0rdent"] },
  claimMappings: { username: { claim: "sub", prefix: "oidc:" } },
};

Deno.test("authenticationFile() gives the bytes that KCM hashes", () => {
  const file = authenticationFile({
    authenticationConfiguration: {
      jwt: [{ ...JWT, unknown: 1 }],
      anonymous: { enabled: true, conditions: [{ path: "/livez" }] },
    },
  });
  assertEquals(file?.hash, "81e7b26b");
  assertEquals(file?.anonymous, true);
});

Deno.test("auditPolicyFile() gives the bytes that KCM hashes", () => {
  const rules = [
    {
      level: "Metadata",
      resources: [{ group: "", resources: ["secrets", "configmaps"] }],
    },
    { level: "None" },
  ];
  assertEquals(auditPolicyFile({ policy: { rules } }).hash, "f3587694");
});
