/**
 * `.Capabilities`: the cluster that a chart is rendered for.
 *
 * @module
 */

import type { GoFunction } from "../go/function.ts";
import { ABSENT, GoObject } from "../go/object.ts";
import type { GoValue } from "../go/value.ts";
import { KNOWN_API_VERSIONS } from "./api_versions.ts";
import type { HelmVersion } from "./chart.ts";
import { GoStruct } from "./struct.ts";

/** A Kubernetes version, as Helm reads it. */
export interface KubeVersion {
  /** As it was given, with a `v`. */
  readonly version: string;
  /** Only the numbers, for constraints. */
  readonly plain: string;
  readonly major: string;
  readonly minor: string;
}

/** The version of Kubernetes that Helm 4.2 assumes without a cluster. */
export const DEFAULT_KUBE_VERSION = "v1.36.0";

/**
 * Reads a Kubernetes version.
 *
 * @param text The version; two or more numbers, what follows them is kept.
 * @returns The version, or `undefined` where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseKubeVersion("1.33.4-gke.1")?.plain, "v1.33.4");
 * assertEquals(parseKubeVersion("latest"), undefined);
 * ```
 */
export function parseKubeVersion(text: string): KubeVersion | undefined {
  const match = /^\s*v?(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(text);
  if (match === null) return undefined;
  const [, major = "", minor = "", patch] = match;
  const numbers = patch === undefined ? [major, minor] : [major, minor, patch];
  return {
    version: text.startsWith("v") ? text : `v${text}`,
    plain: `v${numbers.map(Number).join(".")}`,
    major: String(Number(major)),
    minor: String(Number(minor)),
  };
}

/** What a chart may know of the cluster and of Helm. */
export interface CapabilityOptions {
  readonly helm: HelmVersion;
  readonly kubeVersion: KubeVersion;
  /** The versions of APIs beside those of Kubernetes itself. */
  readonly apiVersions?: readonly string[];
}

/**
 * Makes `.Capabilities`.
 *
 * @param options What a chart may know.
 * @returns The object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const kubeVersion = parseKubeVersion("1.36.0")!;
 * const { goType } = capabilities({ helm: 4, kubeVersion });
 * assertEquals(goType, "*common.Capabilities");
 * ```
 */
export function capabilities(options: CapabilityOptions): GoStruct {
  const { helm, apiVersions = [] } = options;
  const room = helm === 3 ? "chartutil" : "common";
  return new GoStruct(`*${room}.Capabilities`, {
    KubeVersion: kubeVersionObject(`${room}.KubeVersion`, options),
    APIVersions: new VersionSet(
      `${room}.VersionSet`,
      [...KNOWN_API_VERSIONS, ...apiVersions],
    ),
    HelmVersion: new GoStruct("version.BuildInfo", {
      Version: helm === 3 ? "v3.21" : "v4.2",
      GitCommit: "",
      GitTreeState: "",
      GoVersion: "go1.26",
      ...(helm === 3 ? {} : { KubeClientVersion: "v1.36" }),
    }),
  });
}

function kubeVersionObject(
  goType: string,
  { helm, kubeVersion: { version, plain, major, minor } }: CapabilityOptions,
): GoStruct {
  // Helm 3 forgets what follows the numbers.
  const shown = helm === 3 ? plain : version;
  return new GoStruct(
    goType,
    { Version: shown, Major: major, Minor: minor },
    { GitVersion: () => shown, String: () => plain },
  );
}

/** A list of API versions that can be asked. */
class VersionSet extends GoObject {
  override readonly kind = "slice";
  readonly #versions: readonly string[];
  readonly #has: GoFunction;

  constructor(override readonly goType: string, versions: readonly string[]) {
    super();
    this.#versions = versions;
    const known = new Set<GoValue>(versions);
    this.#has = { params: ["string"], call: ([wanted]) => known.has(wanted) };
  }

  override field(name: string): GoValue | typeof ABSENT {
    return this.#versions[Number(name)] ?? ABSENT;
  }

  override method(name: string): GoFunction | undefined {
    return name === "Has" ? this.#has : undefined;
  }

  override entries(): readonly (readonly [string, GoValue])[] {
    return this.#versions.map((version, index) => [`${index}`, version]);
  }
}
