/** Why a forge did not do what it was asked for. */
export type ForgeFailure =
  /** It has had enough for now; nothing was changed. */
  | { readonly kind: "rate-limited"; readonly retryAfterMs: number }
  /** The token is wrong, has expired or may not do this. */
  | { readonly kind: "unauthorized"; readonly reason: string }
  /** There is no such repository, pull request or commit, or it is hidden. */
  | { readonly kind: "gone"; readonly reason: string }
  /** It will not do this, now or later: a locked pull request, a bad field. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It cannot be reached, or says what cannot be understood: try later. */
  | { readonly kind: "unreachable"; readonly reason: string }
  /** It has no such thing: plain Git has no comments. */
  | { readonly kind: "unsupported" };

/** What came of asking a forge for something. */
export type ForgeOutcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | ForgeFailure;
