/**
 * A document of the dry source that is a Kubernetes object.
 *
 * @module
 */

import type { Identity, Manifest } from "./manifest.ts";
import type { Origin, Place } from "./origin.ts";

/** A Kubernetes object as somebody declared it, and where. */
export interface Definition {
  readonly manifest: Manifest;
  readonly origin: Origin;
  /**
   * The document's exact text, for documents that are carried byte for byte:
   * SOPS-encrypted objects and SealedSecrets.
   */
  readonly verbatim?: string;
  /** Set where nobody declares the object: controllers copy another one. */
  readonly copied?: Copied;
}

/** How a copy comes about. Its origin is that of the object it is made from. */
export interface Copied {
  /** The object that it is made from. */
  readonly from: Identity;
  /** What has it made: an access rule, a chain, a Credential. */
  readonly by: Place;
}
