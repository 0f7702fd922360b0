/**
 * What a template asks for: a chart, of some version, from some source.
 *
 * @module
 */

/** Where a chart comes from. */
export type ChartAddress =
  | {
    readonly kind: "http";
    readonly url: string;
  }
  | {
    readonly kind: "oci";
    readonly url: string;
    /** Whether the registry speaks plain HTTP. */
    readonly insecure?: true;
  }
  | {
    readonly kind: "git";
    readonly url: string;
    readonly ref: GitReference;
  };

/** A commit of a Git repository, as a Flux GitRepository names it. */
export interface GitReference {
  readonly branch?: string;
  readonly tag?: string;
  readonly semver?: string;
  readonly name?: string;
  readonly commit?: string;
}

/** A template with a chart. */
export interface TemplateName {
  readonly kind: "ClusterTemplate" | "ServiceTemplate";
  readonly namespace: string;
  readonly name: string;
}

/** What a template asks for. */
export interface ChartRequest {
  readonly template: TemplateName;
  /** The chart's name, or its path in a Git repository. */
  readonly chart: string;
  /** A version or a constraint. */
  readonly version: string;
  readonly source: ChartAddress;
}

/**
 * A request as text, the same for equal requests.
 *
 * @param request The request.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const request = {
 *   template: { kind: "ClusterTemplate", namespace: "prod", name: "aws" },
 *   chart: "aws-standalone-cp",
 *   version: "1.x",
 *   source: { kind: "oci", url: "oci://ghcr.io/team/charts" },
 * } as const;
 * assertEquals(requestKey(request), requestKey(structuredClone(request)));
 * ```
 */
export function requestKey(request: ChartRequest): string {
  const { template, chart, version, source } = request;
  const { kind, namespace, name } = template;
  return JSON.stringify([
    kind,
    namespace,
    name,
    chart,
    version,
    source.kind,
    source.url,
    source.kind === "oci" && source.insecure === true,
    ...(source.kind === "git"
      ? GIT_FIELDS.map((field) => source.ref[field] ?? null)
      : []),
  ]);
}

const GIT_FIELDS = ["branch", "tag", "semver", "name", "commit"] as const;

/**
 * A template as messages name it.
 *
 * @param template The template.
 * @returns Its kind, namespace and name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   formatTemplate({ kind: "ClusterTemplate", namespace: "prod", name: "aws" }),
 *   "ClusterTemplate prod/aws",
 * );
 * ```
 */
export function formatTemplate(template: TemplateName): string {
  const { kind, namespace, name } = template;
  return `${kind} ${namespace}/${name}`;
}
