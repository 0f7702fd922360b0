/**
 * What previews of one repository are made with.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import type { Remote, Repository } from "../../git/mod.ts";
import type { Overrides } from "../prepare.ts";
import type { SandboxLimits } from "../sandbox/limits.ts";

/** What previews of one repository are made with. */
export interface PreviewWorkspace {
  /**
   * A repository of our own for nothing else: what is fetched for a preview
   * never lies beside what is rendered and pushed.
   */
  readonly repository: Repository;
  readonly remote: Remote;
  /** The dry branch, into which changes are proposed. */
  readonly branch: string;
  readonly builtIn: ReadonlyMap<string, string>;
  readonly overrides?: Overrides | undefined;
  /** Where locked charts are had from; left out, nowhere. */
  readonly charts?: Charts | undefined;
  readonly limits?: SandboxLimits | undefined;
  readonly signal?: AbortSignal | undefined;
}
