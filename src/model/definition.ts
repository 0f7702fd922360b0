/**
 * A document of the dry source that is a Kubernetes object.
 *
 * @module
 */

import type { Manifest } from "./manifest.ts";
import type { Origin } from "./origin.ts";

/** A Kubernetes object as somebody declared it, and where. */
export interface Definition {
  readonly manifest: Manifest;
  readonly origin: Origin;
  /**
   * The document's exact text, for documents that are carried byte for byte:
   * SOPS-encrypted objects and SealedSecrets.
   */
  readonly verbatim?: string;
}
