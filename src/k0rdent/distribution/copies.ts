/**
 * The copies that KCM makes, as they are collected.
 *
 * @module
 */

import {
  type Definition,
  type Identity,
  identityKey,
  identityOf,
  type Manifest,
  type Metadata,
  type Place,
} from "../../model/mod.ts";
import type { Inventory } from "../inventory.ts";
import { MANAGED_LABELS } from "../managed.ts";

/** Copies by identity key. Everything that is declared is left as it is. */
export class Copies {
  readonly #made = new Map<string, Definition>();

  constructor(readonly inventory: Inventory) {}

  /** All copies, in the order in which they were made. */
  get made(): Definition[] {
    return [...this.#made.values()];
  }

  /** An object that is declared or was copied. */
  find(identity: Identity): Definition | undefined {
    return this.inventory.find(identity) ??
      this.#made.get(identityKey(identity));
  }

  /** Adds a copy, unless there is such an object. */
  add(copy: Definition): void {
    const identity = identityOf(copy.manifest);
    if (this.find(identity) !== undefined) return;
    this.#made.set(identityKey(identity), copy);
  }

  /** Adds labels to a copy; what is declared stays as it is. */
  label(identity: Identity, labels: Readonly<Record<string, string>>): void {
    const key = identityKey(identity);
    const copy = this.#made.get(key);
    if (copy === undefined) return;
    const { metadata } = copy.manifest;
    const all = { ...metadata.labels, ...labels };
    const manifest = {
      ...copy.manifest,
      metadata: { ...metadata, labels: all },
    };
    this.#made.set(key, { ...copy, manifest });
  }
}

/**
 * Copies an object to another namespace. Of its metadata only the name stays.
 *
 * @param source The object.
 * @param options The namespace, what has the copy made, and the copy's fields
 * that differ.
 * @returns The copy.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * const manifest = {
 *   apiVersion: "v1",
 *   kind: "ConfigMap",
 *   metadata: { name: "a", namespace: "kcm-system", annotations: { b: "c" } },
 *   data: {},
 * };
 * const copy = copyOf({ manifest, origin }, { namespace: "prod", by: { origin } });
 * assertEquals(copy.manifest.metadata, {
 *   name: "a",
 *   namespace: "prod",
 *   labels: { "k0rdent.mirantis.com/managed": "true" },
 * });
 * ```
 */
export function copyOf(
  source: Pick<Definition, "manifest" | "origin">,
  options: {
    readonly namespace: string;
    readonly by: Place;
    readonly fields?: Partial<Manifest>;
  },
): Definition {
  const { status: _, metadata, ...rest } = source.manifest;
  const manifest = {
    ...rest,
    ...options.fields,
    metadata: {
      name: metadata.name,
      namespace: options.namespace,
      labels: { ...MANAGED_LABELS },
    } satisfies Partial<Metadata>,
  } as Manifest;
  return {
    manifest,
    origin: source.origin,
    copied: { from: identityOf(source.manifest), by: options.by },
  };
}
