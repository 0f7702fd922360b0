/**
 * A Flux Kustomization that applies a directory of the rendered branch.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../../model/mod.ts";
import type { Environment, RenderConfig } from "../../source/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import type { Resolution } from "../resolution.ts";
import { fillShape } from "../shapes.ts";

/** The group of Flux Kustomizations. */
export const KUSTOMIZE_GROUP = "kustomize.toolkit.fluxcd.io";

/**
 * How often Flux looks after what it applied. Each time it unpacks the whole
 * branch, so this is long; a new commit is applied at once anyway, and what
 * failed is tried again much sooner.
 */
export const KUSTOMIZATION_TIMES = {
  interval: "1h",
  retryInterval: "2m",
  timeout: "5m",
};

/** What all Kustomizations of a branch have in common. */
export interface BranchContext {
  readonly config: RenderConfig;
  readonly environment: Environment;
  readonly library: TemplateLibrary;
}

/** Which Kustomization to make. */
export interface KustomizationRequest {
  readonly name: string;
  /** Its namespace; left out, that of the Flux source. */
  readonly namespace?: string;
  /** Its path, and what it has beside the fields that all have. */
  readonly spec: ValueMap;
}

/**
 * Makes a Flux Kustomization. Losing the Kustomization itself never deletes
 * what it applied; what leaves its directory is pruned.
 *
 * @param context What all Kustomizations of the branch have in common.
 * @param request Which Kustomization to make.
 * @returns The Kustomization.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * import { builtInLibrary } from "../_testing.ts";
 * const context = {
 *   config: DEFAULT_CONFIG,
 *   environment: { name: "prod", branch: "rendered" },
 *   library: builtInLibrary(),
 * };
 * const made = fillKustomization(context, { name: "a", spec: { path: "./flux" } });
 * assertEquals(made.kind, "resolved");
 * ```
 */
export function fillKustomization(
  context: BranchContext,
  request: KustomizationRequest,
): Resolution<Manifest> {
  const { name, namespace: home } = context.config.layout.source;
  const { namespace = home } = request;
  return fillShape(context.library.shape("flux/kustomization"), {
    identity: {
      group: KUSTOMIZE_GROUP,
      kind: "Kustomization",
      namespace,
      name: request.name,
    },
    data: {
      labels: { "k0render.dev/environment": context.environment.name },
      ...KUSTOMIZATION_TIMES,
      spec: {
        sourceRef: {
          kind: "GitRepository",
          name,
          ...(namespace === home ? {} : { namespace: home }),
        },
        prune: true,
        deletionPolicy: "Orphan",
        ...request.spec,
      },
    },
  });
}
