/**
 * A preview to where people read it.
 *
 * @module
 */

import type { Forge, ForgeOutcome, PullRequest } from "../../forge/mod.ts";
import {
  PENDING_STATUS,
  type Preview,
  type PreviewStatus,
  previewStatus,
  renderComment,
} from "../../preview/mod.ts";

/** The name of the check on pull requests. */
export const STATUS_CONTEXT = "k0render/preview";

/** A pull request that is being previewed. */
export interface PreviewedPullRequest {
  readonly pullRequest: PullRequest;
  /** The commit that is proposed. */
  readonly head: string;
  /** The page with everything; left out where none is served. */
  readonly report?: string | undefined;
}

/** The forge took less than it was told. */
export class ForgeRefusal extends Error {
  override readonly name = "ForgeRefusal";
  /** When to try again, where the forge says so. */
  readonly retryAfterMs: number | undefined;

  /**
   * @param what What was to be done.
   * @param outcome What the forge said.
   */
  constructor(
    what: string,
    outcome: Exclude<ForgeOutcome<unknown>, { kind: "done" }>,
  ) {
    const why = "reason" in outcome ? outcome.reason : outcome.kind;
    super(`Cannot ${what}: ${why}`);
    this.retryAfterMs = outcome.kind === "rate-limited"
      ? outcome.retryAfterMs
      : undefined;
  }
}

/**
 * Says on a pull request that a preview is under way.
 *
 * @param forge The forge.
 * @param previewed The pull request.
 * @throws {ForgeRefusal} If the forge does not take it.
 */
export async function announcePreview(
  forge: Forge,
  previewed: PreviewedPullRequest,
): Promise<void> {
  await putStatus(forge, previewed, PENDING_STATUS);
}

/**
 * Tells a preview on its pull request: one comment, and the status.
 *
 * @param forge The forge.
 * @param previewed The pull request.
 * @param options The preview, and by what its comment is found again.
 * @returns What the status says.
 * @throws {ForgeRefusal} If the forge does not take it.
 */
export async function publishPreview(
  forge: Forge,
  previewed: PreviewedPullRequest,
  { preview, marker }: { readonly preview: Preview; readonly marker: string },
): Promise<PreviewStatus> {
  const { dialect, characters, bytes } = forge.budget;
  const body = renderComment(preview, {
    dialect,
    // The forge hides the marker in the comment, at this cost.
    characters: characters - marker.length - MARKER_COST,
    bytes: bytes - marker.length - MARKER_COST,
  });
  const { id } = previewed.pullRequest;
  const placed = await forge.putComment(id, { marker, body });
  check(`comment on pull request ${id}`, placed);
  const status = previewStatus(preview);
  await putStatus(forge, previewed, status);
  return status;
}

const MARKER_COST = 64;

async function putStatus(
  forge: Forge,
  { pullRequest, head, report }: PreviewedPullRequest,
  { state, description }: PreviewStatus,
): Promise<void> {
  const outcome = await forge.putStatus(
    { sha: head, pullRequest: pullRequest.id },
    {
      state,
      description,
      context: STATUS_CONTEXT,
      url: report ?? pullRequest.url,
    },
  );
  check(`set the status of pull request ${pullRequest.id}`, outcome);
}

/** Plain Git has neither comments nor statuses, and that is no failure. */
function check(what: string, outcome: ForgeOutcome<unknown>): void {
  if (outcome.kind === "done" || outcome.kind === "unsupported") return;
  throw new ForgeRefusal(what, outcome);
}
