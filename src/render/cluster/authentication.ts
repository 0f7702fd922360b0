/**
 * From a ClusterAuthentication to the file that the API server reads
 * (kcm-spec 2.6).
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { marshalGo } from "../../yaml/mod.ts";
import { digestText } from "../digest.ts";
import { type GoType, keepFields } from "./keep_fields.ts";
import type { HashedDocument } from "./values.ts";

const USERNAME: GoType = {
  claim: {},
  prefix: { keepsEmpty: true },
  expression: {},
};

const JWT: GoType = {
  issuer: {
    absent: {},
    keepsEmpty: true,
    fields: {
      url: { absent: "" },
      discoveryURL: { keepsEmpty: true },
      certificateAuthority: {},
      audiences: { absent: null, keepsEmpty: true },
      audienceMatchPolicy: {},
      egressSelectorType: {},
    },
  },
  claimValidationRules: {
    fields: { claim: {}, requiredValue: {}, expression: {}, message: {} },
  },
  claimMappings: {
    keepsEmpty: true,
    fields: {
      username: { absent: {}, keepsEmpty: true, fields: USERNAME },
      groups: { absent: {}, keepsEmpty: true, fields: USERNAME },
      uid: {
        absent: {},
        keepsEmpty: true,
        fields: { claim: {}, expression: {} },
      },
      extra: {
        fields: { key: { absent: "" }, valueExpression: { absent: "" } },
      },
    },
  },
  userValidationRules: {
    fields: { expression: { absent: "" }, message: {} },
  },
};

const AUTHENTICATION_CONFIGURATION: GoType = {
  jwt: { absent: null, keepsEmpty: true, fields: JWT },
  anonymous: {
    keepsEmpty: true,
    fields: {
      enabled: { absent: false },
      conditions: { fields: { path: { absent: "" } } },
    },
  },
};

/**
 * Makes the authentication configuration of clusters.
 *
 * @param spec The spec of the ClusterAuthentication.
 * @param certificate What its `caSecret` holds; every issuer gets it.
 * @returns The file, its hash, and whether it decides on anonymous access;
 * `undefined` where the spec has no configuration.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(authenticationFile({}), undefined);
 * ```
 */
export function authenticationFile(
  spec: ValueMap,
  certificate = "",
): (HashedDocument & { readonly anonymous: boolean }) | undefined {
  const given = getField(spec, "authenticationConfiguration");
  if (!isMap(given)) return undefined;
  const kept = keepFields(given, AUTHENTICATION_CONFIGURATION);
  if (certificate !== "") trustIssuers(kept.jwt, certificate);
  const text = marshalGo({
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AuthenticationConfiguration",
    ...kept,
  });
  const anonymous = isMap(getField(given, "anonymous"));
  return { text, hash: shortHash(text), anonymous };
}

function trustIssuers(jwt: Value | undefined, certificate: string): void {
  for (const entry of Array.isArray(jwt) ? jwt : []) {
    const issuer = getField(entry, "issuer");
    if (isMap(issuer)) setField(issuer, "certificateAuthority", certificate);
  }
}

/**
 * The hash that KCM puts beside a file's name.
 *
 * @param text The file's text.
 * @returns Eight hexadecimal digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(shortHash("").length, 8);
 * ```
 */
export function shortHash(text: string): string {
  return digestText(text).slice(0, 8);
}
