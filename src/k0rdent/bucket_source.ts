/**
 * The spec of a Flux Bucket, as a ServiceTemplate may hold it.
 *
 * @module
 */

import { z } from "zod";
import { fluxDuration, fluxTimeout, localReference } from "./fields.ts";

const fields = z.strictObject({
  bucketName: z.string(),
  endpoint: z.string(),
  interval: fluxDuration,
  timeout: fluxTimeout.default("60s"),
  provider: z.enum(["generic", "aws", "gcp", "azure"]).default("generic"),
  region: z.string().exactOptional(),
  prefix: z.string().exactOptional(),
  insecure: z.boolean().exactOptional(),
  secretRef: localReference.exactOptional(),
  certSecretRef: localReference.exactOptional(),
  proxySecretRef: localReference.exactOptional(),
  serviceAccountName: z.string().exactOptional(),
  sts: z.strictObject({
    provider: z.enum(["aws", "ldap"]),
    endpoint: z.string().regex(/^(http|https):\/\/.*$/, {
      error: "expected a URL with http:// or https://",
    }),
    secretRef: localReference.exactOptional(),
    certSecretRef: localReference.exactOptional(),
  }).exactOptional(),
  ignore: z.string().exactOptional(),
  suspend: z.boolean().exactOptional(),
});

/** The spec of a Flux Bucket. */
export const bucketSource = fields.check((context) => {
  for (const [path, message] of bucketConflicts(context.value)) {
    context.issues.push({
      code: "custom",
      input: context.value,
      path: [path],
      message,
    });
  }
});

/** The rules that Flux writes in CEL, with Flux's messages. */
function* bucketConflicts(
  spec: z.infer<typeof fields>,
): Generator<[field: string, message: string]> {
  const { provider, sts, serviceAccountName, secretRef } = spec;
  if (sts !== undefined) {
    if (provider !== "aws" && provider !== "generic") {
      yield [
        "sts",
        "STS configuration is only supported for the 'aws' and 'generic' Bucket providers",
      ];
    } else if (provider === "aws" && sts.provider !== "aws") {
      yield [
        "sts",
        "'aws' is the only supported STS provider for the 'aws' Bucket provider",
      ];
    } else if (provider === "generic" && sts.provider !== "ldap") {
      yield [
        "sts",
        "'ldap' is the only supported STS provider for the 'generic' Bucket provider",
      ];
    }
    if (sts.provider === "aws" && sts.secretRef !== undefined) {
      yield [
        "sts",
        "spec.sts.secretRef is not required for the 'aws' STS provider",
      ];
    }
    if (sts.provider === "aws" && sts.certSecretRef !== undefined) {
      yield [
        "sts",
        "spec.sts.certSecretRef is not required for the 'aws' STS provider",
      ];
    }
  }
  if (serviceAccountName === undefined) return;
  if (provider === "generic") {
    yield [
      "serviceAccountName",
      "ServiceAccountName is not supported for the 'generic' Bucket provider",
    ];
  }
  if (secretRef !== undefined) {
    yield [
      "serviceAccountName",
      "cannot set both .spec.secretRef and .spec.serviceAccountName",
    ];
  }
}
