/**
 * The finding rules of all rooms.
 *
 * @module
 */

import type { FindingRule } from "../../src/model/mod.ts";

/** Rules whose ids begin alike. */
export interface RuleGroup {
  /** What their ids begin with. */
  readonly name: string;
  /** What they are about. */
  readonly about: string;
  readonly rules: readonly FindingRule[];
}

/** The groups, in the order in which a definition passes them. */
const ABOUT: Readonly<Record<string, string>> = {
  git: "Files of the dry source, before they are read.",
  yaml: "Files as YAML.",
  source: "Documents, before their kinds are understood.",
  k0rdent: "Objects, each on its own.",
  templates: "Template packages and shapes of the dry source.",
  charts: "Where charts come from, and what k0render.lock pins.",
  helm: "Helm charts.",
  validate: "Objects in their surroundings.",
  transition:
    "What a change does to objects that are there already, told by validate --base and diff.",
  crd: "Definitions and rendered objects, held against the CRDs of --schemas.",
  render: "What objects are expanded to.",
  explain: "Questions about where values come from.",
  guards: "What a change does to what runs.",
  tree: "The rendered tree and the branch that it goes to.",
  preview: "Pull requests.",
  sandbox:
    "Changes that are rendered for a preview, in a process without permissions.",
};

const SOURCE = new URL("../../src/", import.meta.url);

/** The rules of every `rules.ts` under `src/`. */
export const ALL_RULES: readonly FindingRule[] = await readRules(SOURCE);

/**
 * Sorts rules by what their ids begin with.
 *
 * @param rules The rules.
 * @returns The groups that have rules.
 * @throws {RangeError} If nobody says what a group is about.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const rule = { id: "yaml/odd", severity: "error", summary: "", remedy: "" } as const;
 * assertEquals(groupsOf([rule])[0]?.about, "Files as YAML.");
 * ```
 */
export function groupsOf(rules: readonly FindingRule[]): RuleGroup[] {
  const groups = Map.groupBy(rules, ({ id }) => id.split("/")[0] ?? "");
  for (const name of groups.keys()) {
    if (Object.hasOwn(ABOUT, name)) continue;
    throw new RangeError(
      `Cannot document the rules of "${name}": tools/docs/all_rules.ts does not say what they are about`,
    );
  }
  return Object.entries(ABOUT)
    .map(([name, about]) => ({ name, about, rules: groups.get(name) ?? [] }))
    .filter(({ rules }) => rules.length > 0);
}

async function readRules(directory: URL): Promise<FindingRule[]> {
  const entries = await Array.fromAsync(Deno.readDir(directory));
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  const rules: FindingRule[] = [];
  for (const { name, isDirectory } of entries) {
    if (isDirectory) {
      rules.push(...await readRules(new URL(`${name}/`, directory)));
    } else if (name === "rules.ts") {
      const module: Record<string, Record<string, FindingRule>> = await import(
        new URL(name, directory).href
      );
      rules.push(...Object.values(module).flatMap(Object.values));
    }
  }
  return rules;
}
