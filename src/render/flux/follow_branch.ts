/**
 * The Flux objects that make Flux follow a rendered branch: what somebody
 * applies by hand, once.
 *
 * @module
 */

import type { Manifest, ValueMap } from "../../model/mod.ts";
import type { Environment, RenderConfig } from "../../source/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import { type Resolution, resolved } from "../resolution.ts";
import { fillShape } from "../shapes.ts";
import { fillKustomization } from "./kustomization.ts";

/** How Flux is to follow a branch. */
export interface FollowRequest {
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
  readonly environment: Environment;
  /** The repository's URL, as Flux reaches it. */
  readonly url: string;
  /** The Secret with the credentials for it. */
  readonly secretName?: string;
  /** The Secret with the public keys that commits have to be signed with. */
  readonly verifySecretName?: string;
  /** Makes Flux look at once when it is told of a push. */
  readonly receiver?: {
    /** The type of Receiver, for instance `github` or `generic-hmac`. */
    readonly type: string;
    /** The Secret with the token that both sides know. */
    readonly secretName: string;
  };
}

/**
 * Makes the objects that make Flux follow a rendered branch.
 *
 * @param request How Flux is to follow.
 * @returns The GitRepository, the Kustomization of the entry point, and a
 * Receiver where one is asked for; or why a shape cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * import { builtInLibrary } from "../_testing.ts";
 * const followed = followBranch({
 *   config: DEFAULT_CONFIG,
 *   environment: { name: "prod", branch: "rendered" },
 *   library: builtInLibrary(),
 *   url: "https://git.example.com/fleet.git",
 * });
 * assertEquals(followed.kind, "resolved");
 * ```
 */
export function followBranch(request: FollowRequest): Resolution<Manifest[]> {
  const { name } = request.config.layout.source;
  const made = [
    gitRepository(request),
    fillKustomization(request, { name, spec: { path: "./flux" } }),
    ...(request.receiver === undefined
      ? []
      : [receiver(request, request.receiver)]),
  ];
  const objects: Manifest[] = [];
  for (const one of made) {
    if (one.kind === "problem") return one;
    objects.push(one.result);
  }
  return resolved(objects);
}

function gitRepository(request: FollowRequest): Resolution<Manifest> {
  const { config, environment, secretName, verifySecretName } = request;
  const { name, namespace } = config.layout.source;
  return fillShape(request.library.shape("flux/gitrepository"), {
    identity: {
      group: "source.toolkit.fluxcd.io",
      kind: "GitRepository",
      namespace,
      name,
    },
    data: {
      interval: "10m",
      spec: {
        url: request.url,
        ref: { branch: environment.branch },
        ...(secretName === undefined
          ? {}
          : { secretRef: { name: secretName } }),
        ...(verifySecretName === undefined
          ? {}
          : { verify: signature(verifySecretName) }),
      },
    },
  });
}

function signature(name: string): ValueMap {
  return { mode: "HEAD", secretRef: { name } };
}

/** The source is told, not the Kustomizations: a new revision moves them. */
function receiver(
  { config, library }: FollowRequest,
  { type, secretName }: NonNullable<FollowRequest["receiver"]>,
): Resolution<Manifest> {
  const { name, namespace } = config.layout.source;
  return fillShape(library.shape("flux/receiver"), {
    identity: {
      group: "notification.toolkit.fluxcd.io",
      kind: "Receiver",
      namespace,
      name,
    },
    data: {
      spec: {
        type,
        secretRef: { name: secretName },
        resources: [{ kind: "GitRepository", name }],
      },
    },
  });
}
