/**
 * Which upgrades template chains allow (kcm-spec 5.1).
 *
 * @module
 */

import type { TemplateChainSpec } from "./template_chain.ts";

/** One step of an upgrade. */
export interface UpgradeStep {
  readonly name: string;
  readonly version: string;
}

/** The number of paths grows with the factorial of a chain's length. */
const MOST_STEPS = 100_000;

/** What a chain contradicts itself in; the paths are fields of its `spec`. */
export type ChainFault =
  | {
    readonly kind: "unsupported";
    readonly template: number;
    readonly upgrade: number;
  }
  | { readonly kind: "mixed-versions"; readonly template: number };

/**
 * Finds what makes KCM call a chain invalid: upgrades to templates that it does
 * not support, and versions on some upgrades of a template only.
 *
 * @param chain The chain's spec.
 * @returns The faults, by their places in the lists; none of a valid chain.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const supportedTemplates = [{ name: "a-1", availableUpgrades: [{ name: "a-2" }] }];
 * assertEquals(chainFaults({ supportedTemplates }), [
 *   { kind: "unsupported", template: 0, upgrade: 0 },
 * ]);
 * ```
 */
export function chainFaults(chain: TemplateChainSpec): ChainFault[] {
  const supported = new Set(chain.supportedTemplates.map(({ name }) => name));
  return chain.supportedTemplates.flatMap(({ availableUpgrades }, template) => {
    const faults: ChainFault[] = [];
    availableUpgrades.forEach(({ name }, upgrade) => {
      if (supported.has(name)) return;
      faults.push({ kind: "unsupported", template, upgrade });
    });
    const versioned = availableUpgrades.filter(({ version }) => version).length;
    if (versioned > 0 && versioned < availableUpgrades.length) {
      faults.push({ kind: "mixed-versions", template });
    }
    return faults;
  });
}

/**
 * The templates that a cluster may be upgraded to at once.
 *
 * @param chains All ClusterTemplateChains of the cluster's namespace, also
 * those that are invalid.
 * @param template The name of the template that the cluster has.
 * @returns The names, in ascending order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chain = { supportedTemplates: [
 *   { name: "a-1", availableUpgrades: [{ name: "a-2" }] },
 *   { name: "a-2", availableUpgrades: [] },
 * ] };
 * assertEquals(availableUpgrades([chain], "a-1"), ["a-2"]);
 * ```
 */
export function availableUpgrades(
  chains: readonly TemplateChainSpec[],
  template: string,
): string[] {
  const names = chains.flatMap(({ supportedTemplates }) =>
    supportedTemplates.filter(({ name }) => name === template)
      .flatMap((found) => found.availableUpgrades.map(({ name }) => name))
  );
  return [...new Set(names)].sort();
}

/**
 * The ways on which KCM upgrades a service. To each template it takes the
 * longest way that it finds, and orders the steps by their versions as text:
 * `0.10.0` comes before `0.9.0`.
 *
 * @param chain The chain's spec.
 * @param template The name of the template that the service has.
 * @returns The steps by the template they lead to; `undefined` where the chain
 * does not support the template, or has more paths than anybody can follow.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chain = { supportedTemplates: [
 *   { name: "a-1", availableUpgrades: [{ name: "a-2", version: "2.0.0" }] },
 *   { name: "a-2", availableUpgrades: [] },
 * ] };
 * assertEquals(upgradePaths(chain, "a-1")?.get("a-2"), [
 *   { name: "a-2", version: "2.0.0" },
 * ]);
 * ```
 */
export function upgradePaths(
  chain: TemplateChainSpec,
  template: string,
): ReadonlyMap<string, readonly UpgradeStep[]> | undefined {
  const upgrades = new Map(
    chain.supportedTemplates.map((one) => [one.name, one.availableUpgrades]),
  );
  if (!upgrades.has(template)) return undefined;
  const longest = new Map<string, UpgradeStep[]>();
  const visited = new Set([template]);
  const path: UpgradeStep[] = [];
  let steps = 0;
  walk(template);
  if (steps > MOST_STEPS) return undefined;
  return new Map([...longest].map(([to, way]) => [to, way.sort(byVersion)]));

  function walk(from: string): void {
    for (const { name, version } of upgrades.get(from) ?? []) {
      if (visited.has(name) || ++steps > MOST_STEPS) continue;
      visited.add(name);
      path.push({ name, version: version || name });
      const known = longest.get(name)?.length ?? 0;
      if (path.length > known) longest.set(name, [...path]);
      walk(name);
      path.pop();
      visited.delete(name);
    }
  }
}

function byVersion(a: UpgradeStep, b: UpgradeStep): number {
  return a.version < b.version ? -1 : a.version > b.version ? 1 : 0;
}
