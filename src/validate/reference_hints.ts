/**
 * What somebody may have meant who names an object that does not exist.
 *
 * @module
 */

import { didYouMean, type Inventory, K0RDENT_GROUP } from "../k0rdent/mod.ts";
import { getField, type Identity, identityOf } from "../model/mod.ts";

/** Among more names than this, finding a near one would take too long. */
const MOST_NAMES = 500;

/** What brings objects of a kind to other namespaces. */
const DISTRIBUTED: Readonly<Record<string, string>> = {
  ClusterAuditPolicy: "it",
  ClusterAuthentication: "it",
  ClusterTemplate: "a ClusterTemplateChain with it",
  ClusterTemplateChain: "it",
  Credential: "it",
  DataSource: "it",
  ServiceTemplate: "a ServiceTemplateChain with it",
  ServiceTemplateChain: "it",
};

/** Makes suggestions for one inventory. */
export interface ReferenceHints {
  /**
   * Suggests what to write instead.
   *
   * @param wanted The object that does not exist.
   * @returns A sentence, or `undefined` where nothing comes near.
   */
  suggest(wanted: Identity): string | undefined;
}

/**
 * Prepares suggestions; the index is built when the first one is asked for.
 *
 * @param inventory The objects there are.
 * @returns The suggestions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([{
 *   manifest: { apiVersion: "v1", kind: "Secret", metadata: { name: "aws-key", namespace: "dev" } },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * }], { systemNamespace: "kcm-system" });
 * const hints = referenceHints(inventory);
 * assertEquals(
 *   hints.suggest({ group: "", kind: "Secret", namespace: "dev", name: "aws-kye" }),
 *   'Did you mean "aws-key"?',
 * );
 * ```
 */
export function referenceHints(inventory: Inventory): ReferenceHints {
  let index: Map<string, Identity[]> | undefined;
  return {
    suggest(wanted) {
      index ??= byKind(inventory);
      const known = index.get(kindKey(wanted)) ?? [];
      return distribution(wanted, known, inventory.systemNamespace) ??
        suggestion(wanted, known);
    },
  };
}

/** What AccessManagement would bring, were it told to. */
function distribution(
  wanted: Identity,
  known: readonly Identity[],
  systemNamespace: string,
): string | undefined {
  const means = getField(DISTRIBUTED, wanted.kind);
  if (wanted.group !== K0RDENT_GROUP || means === undefined) return undefined;
  const isThere = known.some(({ namespace, name }) =>
    namespace === systemNamespace && name === wanted.name
  );
  return isThere
    ? `There is one in namespace "${systemNamespace}"; have AccessManagement distribute ${means} to namespace "${wanted.namespace}", or declare one there.`
    : undefined;
}

function suggestion(
  wanted: Identity,
  known: readonly Identity[],
): string | undefined {
  const elsewhere = known.find(({ name }) => name === wanted.name);
  if (elsewhere !== undefined) {
    return `There is one in namespace "${elsewhere.namespace}"; declare one in namespace "${wanted.namespace}" too.`;
  }
  const names = known
    .filter(({ namespace }) => namespace === wanted.namespace)
    .map(({ name }) => name);
  if (names.length > MOST_NAMES) return undefined;
  const nearest = didYouMean(wanted.name, names);
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

function byKind(inventory: Inventory): Map<string, Identity[]> {
  const index = new Map<string, Identity[]>();
  for (const { manifest } of inventory.all.values()) {
    const identity = identityOf(manifest);
    const key = kindKey(identity);
    const known = index.get(key);
    if (known === undefined) index.set(key, [identity]);
    else known.push(identity);
  }
  return index;
}

function kindKey({ group, kind }: Identity): string {
  return `${group}/${kind}`;
}
