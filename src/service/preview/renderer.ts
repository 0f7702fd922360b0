/**
 * Renders changes one after the other, with a process kept ready for the next.
 *
 * What must hold: a process renders one change and is thrown away, since the
 * change may have got hold of it; the next one is made ready from the dry
 * branch alone.
 *
 * @module
 */

import { VERSION } from "../built_in.ts";
import { type WarmSandbox, warmSandbox } from "../sandbox/render_change.ts";
import { type Base, hostOf, prepareBase } from "./base.ts";
import { type PreviewOutcome, renderPreview } from "./render_preview.ts";
import type { PreviewWorkspace } from "./workspace.ts";

/** A change to render. */
export interface ProposedChange {
  /** The commit that is proposed. */
  readonly head: string;
  /** Whether it may bring only charts that the dry branch has locked. */
  readonly isForeign: boolean;
}

/** Renders changes of one dry branch. */
export class PreviewRenderer implements AsyncDisposable {
  readonly #workspace: PreviewWorkspace;
  #base: Base | undefined;
  #warm: Promise<WarmSandbox | undefined> | undefined;
  /** Settles when the last process is gone. */
  #used: PromiseLike<void> | undefined;

  /**
   * @param workspace What previews are made with.
   */
  constructor(workspace: PreviewWorkspace) {
    this.#workspace = workspace;
  }

  /** What changes are compared with; left out before there is any. */
  get base(): Base | undefined {
    return this.#base;
  }

  /**
   * Follows the dry branch.
   *
   * @param sha Its newest commit, which is here already.
   * @throws {Error} If it cannot be rendered; the base stays as it was.
   */
  async follow(sha: string): Promise<void> {
    if (this.#base?.sha === sha) return;
    const outcome = await prepareBase(this.#workspace, sha, this.#base);
    if (outcome.kind === "failed") throw new Error(outcome.reason);
    this.#base = outcome.base;
    await this.#discard();
  }

  /** Waits until a process is ready for the next change. */
  async ready(): Promise<void> {
    await this.#warm;
  }

  /**
   * Renders a change.
   *
   * @param change The change, whose commits are here already.
   * @returns What it comes to.
   */
  async render(change: ProposedChange): Promise<PreviewOutcome> {
    const base = this.#base;
    if (base === undefined) {
      throw new Error(
        "Cannot render a change: there is nothing to compare it with",
      );
    }
    await this.#used;
    const warm = await this.#warm;
    this.#warm = undefined;
    try {
      return await renderPreview(this.#workspace, { base, ...change, warm });
    } finally {
      // Nobody has to wait until it is gone but whoever starts the next one.
      this.#used = warm?.[Symbol.asyncDispose]();
    }
  }

  /** Ends the process that is ready. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#discard();
  }

  /**
   * Makes a process ready for the next change, where none is. It takes a while,
   * so it is begun when there is nothing more urgent.
   */
  prepare(): void {
    const { builtIn, overrides, limits, signal } = this.#workspace;
    const base = this.#base;
    if (base === undefined || signal?.aborted) return;
    this.#warm ??= warmSandbox(
      { builtIn, overrides, limits, before: base.source },
      hostOf(this.#workspace, base),
      // A change is rendered without it just as well, and tells what is wrong.
    ).catch(() => undefined);
  }

  async #discard(): Promise<void> {
    await this.#used;
    const warm = await this.#warm;
    this.#warm = undefined;
    await warm?.[Symbol.asyncDispose]();
  }
}

/**
 * What a preview depends on beside the base: the same change with the same key
 * has been told already.
 *
 * @param head The commit that is proposed.
 * @returns The key.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(previewKey("abc").startsWith("abc "));
 * ```
 */
export function previewKey(head: string): string {
  return `${head} ${VERSION}`;
}
