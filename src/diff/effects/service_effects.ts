/**
 * What becomes of the services in a cluster.
 *
 * @module
 */

import {
  compareVersions,
  type Effect,
  type FieldChange,
  getField,
  getPath,
  identityKey,
  parseVersion,
} from "../../model/mod.ts";
import { sameValue } from "../objects/mod.ts";
import { ADVISORIES, type Advisory } from "./data/advisories.ts";
import { type EffectDetails, makeEffect } from "./make_effect.ts";
import { isPruned } from "./prune.ts";
import type { Service } from "./services.ts";

/** Services by key. */
export type Services = ReadonlyMap<string, Service>;

/** What else decides on what becomes of services. */
export interface ServiceContext {
  readonly cluster?: string | undefined;
  readonly kcmVersion?: string | undefined;
  /** The changed fields of the objects that deliver services, by identity. */
  readonly fields: ReadonlyMap<string, readonly FieldChange[]>;
  /** The identities of the objects that are there after the change. */
  readonly present: ReadonlySet<string>;
}

/**
 * Compares the services of a cluster.
 *
 * @param services The services before and after.
 * @param context What else decides.
 * @returns The effects, in the order of the services.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const services = { before: new Map(), after: new Map() };
 * const context = { fields: new Map(), present: new Set<string>() };
 * assertEquals(serviceEffects(services, context), []);
 * ```
 */
export function serviceEffects(
  { before, after }: { readonly before: Services; readonly after: Services },
  context: ServiceContext,
): readonly Effect[] {
  const effects: Effect[] = [];
  const add = (service: Service, details: EffectDetails) => {
    const { cluster } = context;
    const fields = fieldsOf(service, context);
    effects.push(
      makeEffect(service.object, { ...details, cluster, fields }),
    );
  };
  for (const [key, service] of before) {
    const other = after.get(key);
    if (other === undefined) add(service, withdrawn(service, context));
    else {
      const details = changed(service, other, context);
      if (details !== undefined) add(other, details);
    }
  }
  for (const [key, service] of after) {
    if (!before.has(key)) add(service, installed(service));
  }
  return effects;
}

function installed({ name, version }: Service): EffectDetails {
  return {
    kind: "service-install",
    rule: "effects/service-installed",
    summary: `${name} ${version}`.trim(),
  };
}

/** Sveltos leaves services only where their whole Profile goes. */
function withdrawn(
  { name, version, carrier, object }: Service,
  { present }: ServiceContext,
): EffectDetails {
  const isGone = !present.has(identityKey(object));
  const leaves = getPath(carrier, ["spec", "stopMatchingBehavior"]) ===
    "LeavePolicies";
  const stays = isGone && (leaves || !isPruned(carrier));
  const what = `${name} ${version}`.trim();
  return stays
    ? {
      kind: "reconciliation",
      rule: "effects/service-left",
      summary: `${what} stays, and is no longer looked after`,
    }
    : {
      kind: "service-uninstall",
      rule: "effects/service-uninstalled",
      summary: what,
    };
}

function changed(
  before: Service,
  after: Service,
  context: ServiceContext,
): EffectDetails | undefined {
  const { kcmVersion } = context;
  const { name } = after;
  if (before.delivery !== after.delivery) return handedOver(before, after);
  const isOther = before.chart !== undefined && after.chart !== undefined &&
    before.chart !== after.chart;
  if (isOther && after.delivery === "flux" && !updatesInPlace(after)) {
    return {
      kind: "replace",
      rule: "effects/service-reinstalled",
      summary:
        `${name}: chart ${before.chart} → ${after.chart}, so Flux uninstalls it and installs it anew`,
    };
  }
  if (
    isOther || before.version !== after.version ||
    before.source !== after.source
  ) {
    return {
      kind: "service-upgrade",
      rule: "effects/service-upgraded",
      summary: `${name} ${step(before, after, isOther)}`,
      warnings: [
        ...(isOther ? [OTHER_CHART] : []),
        ...stepWarnings(before.version, after.version),
        ...advisories(after, kcmVersion),
      ],
    };
  }
  if (sameValue(before.entry, after.entry) && !changesMasked(after, context)) {
    return undefined;
  }
  return {
    kind: "in-place",
    rule: "effects/service-changed",
    summary: `${name}: values`,
  };
}

const OTHER_CHART =
  "Another chart upgrades the release of the former one: objects that both do not share are deleted and made";

function handedOver(before: Service, after: Service): EffectDetails {
  const controllers = { sveltos: "Sveltos", flux: "Flux" };
  const [from, to] = [before, after].map((each) => controllers[each.delivery]);
  return {
    kind: "replace",
    rule: "effects/service-handed-over",
    summary: `${after.name}: ${from} uninstalls it, ${to} installs it`,
    warnings: [
      `${to} may install it before ${from} has uninstalled it, and then lose it`,
    ],
  };
}

function step(before: Service, after: Service, isOther: boolean): string {
  if (isOther) {
    return `${before.chart} ${before.version} → ${after.chart} ${after.version}`;
  }
  return before.version === after.version
    ? "from another source"
    : `${before.version} → ${after.version}`;
}

function stepWarnings(before: string, after: string): readonly string[] {
  const [from, to] = [parseVersion(before), parseVersion(after)];
  if (from === undefined || to === undefined) return [];
  if (compareVersions(to, from) < 0) return ["Goes back to a lower version"];
  return to.major > from.major && from.major > 0n
    ? ["Another major version: read how to upgrade to it"]
    : [];
}

function updatesInPlace({ carrier }: Service): boolean {
  return getPath(carrier, ["spec", "upgrade", "chartNameChangeStrategy"]) ===
    "InPlaceUpdate";
}

function advisories(
  service: Service,
  kcmVersion: string | undefined,
): readonly string[] {
  const concerns = (advisory: Advisory) =>
    advisory.delivery === service.delivery &&
    service.name.includes(advisory.name ?? "") &&
    !(advisory.atomicHelps && service.atomic) &&
    !isFixed(advisory, kcmVersion);
  return ADVISORIES.filter(concerns).map(({ text }) => text);
}

function isFixed(
  { fixedIn }: Advisory,
  kcmVersion: string | undefined,
): boolean {
  const [fixed, used] = [fixedIn, kcmVersion].map((version) =>
    version === undefined ? undefined : parseVersion(version)
  );
  return fixed !== undefined && used !== undefined &&
    compareVersions(used, fixed) >= 0;
}

/** Entries that differ in secrets alone are the same once they are masked. */
function changesMasked(service: Service, context: ServiceContext): boolean {
  return fieldsOf(service, context).some(({ path: [root, , item] }) =>
    root === "spec" &&
    (service.object.group !== "config.projectsveltos.io" ||
      (typeof item === "object" &&
        Object.entries(item.keys).every(([key, value]) =>
          getField(service.entry, key) === value
        )))
  );
}

/** The fields of a Profile's entry; all of a HelmRelease. */
function fieldsOf(
  { name, object }: Service,
  { fields }: ServiceContext,
): readonly FieldChange[] {
  const all = fields.get(identityKey(object)) ?? [];
  return object.group === "config.projectsveltos.io"
    ? all.filter(({ path }) => concernsEntry(path, name))
    : all;
}

function concernsEntry(path: FieldChange["path"], name: string): boolean {
  if (!SERVICE_FIELDS.has(String(path[1]))) return path.length < 2;
  const item = path[2];
  return typeof item !== "object" ||
    Object.values(item.keys).some((value) => value === name);
}

/** The fields of a Profile that list services. */
export const SERVICE_FIELDS: ReadonlySet<string> = new Set([
  "helmCharts",
  "kustomizationRefs",
  "policyRefs",
]);
