/** A request that claims to come from a forge. */
export interface WebhookRequest {
  readonly headers: Headers;
  /** The body as it came: signatures are over bytes. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** How a webhook is told from a forgery. */
export interface WebhookCheck {
  /**
   * The secret that the forge was given. An empty one lets nothing in. One of
   * GitLab's signing tokens begins with `whsec_`, and asks for signatures.
   */
  readonly secret: string;
  /** The time, in milliseconds since 1970: GitLab's signatures grow old. */
  readonly now: number;
}

/** A branch that was pushed. */
export interface PushedRef {
  /** The full name of the ref. */
  readonly ref: string;
  /** Where it stands now; left out when it was deleted. */
  readonly sha?: string | undefined;
}

/**
 * What a webhook says. It is a hint to look: none of it is to be relied on.
 * `delivery` tells one delivery from another, for those that come twice.
 */
export type Webhook =
  | {
    readonly kind: "push";
    readonly delivery: string | undefined;
    /** As the forge names it, such as `team/fleet`. */
    readonly repository: string;
    readonly refs: readonly PushedRef[];
  }
  | {
    readonly kind: "pull-request";
    readonly delivery: string | undefined;
    readonly repository: string;
    /** The pull request's id. */
    readonly pullRequest: string;
  }
  | { readonly kind: "ping" }
  | { readonly kind: "ignored"; readonly reason: string }
  | {
    readonly kind: "refused";
    /** The HTTP status to answer with. */
    readonly status: 400 | 401 | 413 | 415;
    readonly reason: string;
  };
