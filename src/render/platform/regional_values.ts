/**
 * The part of KCM that Regions have too: R(v) of kcm-spec 6.4.
 *
 * @module
 */

import { getField, isMap, type Value, type ValueMap } from "../../model/mod.ts";

const OPERATOR = "cluster-api-operator";
const VELERO = "velero";

/** What R(v) always holds. */
export const REGIONAL_PARTS: readonly string[] = [
  "cert-manager",
  OPERATOR,
  VELERO,
  "telemetry",
];

/** Parts that run unless somebody says no, once cert-manager is there. */
const ENABLED: readonly string[] = [OPERATOR, VELERO];

/** What is computed, or the key that holds no map. */
export type RegionalValues =
  | { readonly kind: "values"; readonly values: ValueMap }
  | { readonly kind: "wrong-type"; readonly key: string };

/**
 * Lays what KCM computes over what somebody configures.
 *
 * @param config What somebody configures.
 * @param registryCertSecret The Secret with the registry's CA certificate;
 * `""` for none.
 * @returns The values with all that was configured, or what is no map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(regionalValues({ velero: { enabled: false } }, ""), {
 *   kind: "values",
 *   values: {
 *     "cert-manager": {},
 *     "cluster-api-operator": { enabled: true },
 *     telemetry: {},
 *     velero: { enabled: false },
 *   },
 * });
 * ```
 */
export function regionalValues(
  config: ValueMap,
  registryCertSecret: string,
): RegionalValues {
  const values: ValueMap = { ...config };
  for (const key of REGIONAL_PARTS) {
    const given = Object.hasOwn(config, key) ? getField(config, key) : {};
    if (!isMap(given)) return { kind: "wrong-type", key };
    values[key] = ENABLED.includes(key) ? enabled(given) : given;
  }
  if (registryCertSecret !== "") {
    values[OPERATOR] = withCertificate(
      values[OPERATOR] as ValueMap,
      registryCertSecret,
    );
  }
  return { kind: "values", values };
}

function enabled(part: ValueMap): ValueMap {
  return { ...part, enabled: getField(part, "enabled") !== false };
}

/** Helm replaces lists, so those of the chart are written out again. */
function withCertificate(operator: ValueMap, secretName: string): ValueMap {
  const mounts = getField(operator, "volumeMounts");
  return {
    ...operator,
    volumes: [
      ...listOf(getField(operator, "volumes")),
      {
        name: "cert",
        secret: {
          defaultMode: 420,
          secretName: "capi-operator-webhook-service-cert",
        },
      },
      {
        name: "registry-cert",
        secret: {
          defaultMode: 420,
          secretName,
          items: [{ key: "ca.crt", path: "registry-ca.pem" }],
        },
      },
    ],
    volumeMounts: {
      ...(isMap(mounts) ? mounts : {}),
      manager: [
        ...listOf(getField(mounts, "manager")),
        {
          mountPath: "/tmp/k8s-webhook-server/serving-certs",
          name: "cert",
        },
        {
          mountPath: "/etc/ssl/certs/registry-ca.pem",
          name: "registry-cert",
          subPath: "registry-ca.pem",
        },
      ],
    },
  };
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
