/**
 * All Flux sources: those that the dry source declares, and those that KCM
 * would make for its templates.
 *
 * @module
 */

import type { Declared, Inventory } from "../../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  type Identity,
  identityKey,
  identityOf,
  makeFinding,
  type Manifest,
  type Origin,
} from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import { problemFinding } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import { defaultRepository } from "./default_repository.ts";
import {
  chartIdentity,
  type ChartTemplate,
  helmChart,
  withChart,
} from "./helm_chart.ts";
import { remoteSources } from "./remote_source.ts";

/** A Flux source. */
export interface Source {
  readonly manifest: Manifest;
  /** Where it is declared, or the template that it is made for. */
  readonly origin: Origin;
  /** Whether it is made for a template. */
  readonly generated: boolean;
}

/** All Flux sources by identity. */
export interface SourceIndex {
  find(identity: Identity): Source | undefined;
  /** Those made for templates, in the order of their keys. */
  readonly generated: readonly Source[];
  readonly findings: readonly Finding[];
}

/** What sources are made from. */
export interface SourceInput {
  readonly inventory: Inventory;
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
  /** Official templates that are used without being declared. */
  readonly official: readonly ChartTemplate[];
}

/**
 * Indexes all Flux sources. What somebody declares wins over what would be
 * made under the same name.
 *
 * @param input What sources are made from.
 * @returns The index.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const { generated } = indexSources({ ...demoScope(), official: [] });
 * assertEquals(generated.length, 3);
 * ```
 */
export function indexSources(input: SourceInput): SourceIndex {
  const generated = new Map<string, Source>();
  const findings: Finding[] = [];
  const owners = new Map<string, Declared<unknown>>();
  for (const template of chartTemplates(input)) {
    const identity = chartIdentity(template);
    const owner = owners.get(identityKey(identity));
    if (owner !== undefined) {
      findings.push(collision(template, owner));
      continue;
    }
    owners.set(identityKey(identity), template);
    add(helmChart(input.library, template), template);
    add(defaultRepository(input, template), template);
  }
  for (const template of input.inventory.serviceTemplates.values()) {
    for (const manifest of remoteSources(template)) keep(manifest, template);
  }
  return {
    find: (identity) => findDeclared(identity) ?? findGenerated(identity),
    generated: [...generated.keys()].sort()
      .map((key) => generated.get(key) as Source),
    findings,
  };

  function add(
    made: ReturnType<typeof defaultRepository>,
    template: ChartTemplate,
  ): void {
    if (made === undefined) return;
    if (made.kind === "resolved") return keep(made.result, template);
    const place = { origin: template.origin };
    findings.push(problemFinding(made.problem, { place }));
  }

  function keep(manifest: Manifest, template: Declared<unknown>): void {
    const identity = identityOf(manifest);
    const key = identityKey(identity);
    if (findDeclared(identity) !== undefined || generated.has(key)) return;
    generated.set(key, { manifest, origin: template.origin, generated: true });
  }

  function findDeclared(identity: Identity): Source | undefined {
    const definition = input.inventory.find(identity);
    return definition && { ...definition, generated: false };
  }

  function findGenerated(identity: Identity): Source | undefined {
    return generated.get(identityKey(identity));
  }
}

/** The templates that have a HelmChart made for them. */
function chartTemplates(input: SourceInput): ChartTemplate[] {
  const { inventory, config } = input;
  const system = { namespace: config.systemNamespace };
  return [
    ...[...inventory.clusterTemplates.values()].flatMap((one) =>
      withChart(one)
    ),
    ...[...inventory.serviceTemplates.values()].flatMap((one) =>
      withChart(one)
    ),
    ...[...inventory.providerTemplates.values()]
      .flatMap((one) => withChart(one, system)),
    ...input.official,
  ];
}

function collision(template: ChartTemplate, owner: Declared<unknown>): Finding {
  const object = identityOf(template.manifest);
  return makeFinding(
    RENDER_RULES["render/chart-collision"],
    `Cannot make a HelmChart for ${formatIdentity(object)}: ${
      formatIdentity(identityOf(owner.manifest))
    } has one of that name`,
    {
      place: { origin: template.origin, field: ["metadata", "name"] },
      object,
      related: [{
        place: { origin: owner.origin, field: ["metadata", "name"] },
        message: "It is the other template",
      }],
    },
  );
}
