import { assertEquals } from "@std/assert";
import { checkInput } from "../../tests/check_cases.ts";
import type { ApplyLevel, Installation } from "../source/mod.ts";
import { checkRegistrySecrets } from "./registry_secrets.ts";

const CLUSTER = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: a, credential: b, config: {}}
---
{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: sealed, namespace: prod}}
`;

function found(
  settings: Partial<Installation>,
  applyLevel: ApplyLevel = "capi",
): string[] {
  const input = checkInput(CLUSTER);
  const installation = { ...input.config.installation, ...settings };
  const config = { ...input.config, applyLevel, installation };
  return [...checkRegistrySecrets({ ...input, config })]
    .map(({ message }) => message.split(",")[0] ?? "");
}

Deno.test("checkRegistrySecrets() asks for what KCM would copy", () => {
  const cases: [Partial<Installation>, string[]][] = [
    [{}, []],
    [{ registryCredsSecret: "creds" }, []],
    [{ registryCredsSecret: "creds", globalRegistry: "reg" }, [
      "Cannot find Secret prod/cld-registry-credentials",
    ]],
    [{ registryCertSecret: "cert", k0sURLCertSecret: "cert" }, [
      "Cannot find Secret prod/cert",
    ]],
    [{ k0sURLCertSecret: "sealed" }, []],
  ];
  for (const [settings, expected] of cases) {
    assertEquals(found(settings), expected);
    assertEquals(found(settings, "k0rdent"), []);
  }
});
