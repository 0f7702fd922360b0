/**
 * What a registry asks for before it answers (RFC 9110, 11.6.1).
 *
 * @module
 */

/** What a registry asks for. */
export type Challenge =
  | { readonly kind: "basic" }
  | {
    readonly kind: "bearer";
    readonly realm: string;
    readonly service?: string;
    readonly scope?: string;
  };

const PARAMETER = /([A-Za-z]+)="((?:[^"\\]|\\.)*)"/g;

/**
 * Reads a `WWW-Authenticate` header.
 *
 * @param header The header's value.
 * @returns What it asks for; `undefined` for anything a registry does not use.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   parseChallenge('Bearer realm="https://ghcr.io/token",service="ghcr.io"'),
 *   { kind: "bearer", realm: "https://ghcr.io/token", service: "ghcr.io" },
 * );
 * assertEquals(parseChallenge('Basic realm="charts"'), { kind: "basic" });
 * ```
 */
export function parseChallenge(header: string): Challenge | undefined {
  if (/^basic\b/i.test(header)) return { kind: "basic" };
  if (!/^bearer\s/i.test(header)) return undefined;
  const parameters = new Map(
    [...header.matchAll(PARAMETER)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.replaceAll(/\\(.)/g, "$1"),
    ]),
  );
  const realm = parameters.get("realm");
  if (realm === undefined) return undefined;
  const service = parameters.get("service");
  const scope = parameters.get("scope");
  return {
    kind: "bearer",
    realm,
    ...(service === undefined ? {} : { service }),
    ...(scope === undefined ? {} : { scope }),
  };
}
