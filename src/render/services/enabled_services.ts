/**
 * Which services of a list are deployed, once all are (kcm-spec 3.4).
 *
 * @module
 */

import type { Service } from "../../k0rdent/mod.ts";

/** A service that is deployed, and its place in the list. */
export interface EnabledService {
  readonly service: Service;
  readonly index: number;
}

/** A dependency that never comes true. */
export interface DeadDependency extends EnabledService {
  /** The place of the dependency in the service's `dependsOn`. */
  readonly dependency: number;
  readonly reason: string;
}

/**
 * Sorts the enabled services of a list as KCM does, and finds those that would
 * wait for ever.
 *
 * @param services The list.
 * @returns The services by namespace and name, and the dependencies that lead
 * to a disabled service or to none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(enabledServices([]), { enabled: [], dead: [] });
 * ```
 */
export function enabledServices(
  services: readonly Service[],
): { enabled: EnabledService[]; dead: DeadDependency[] } {
  const enabled = services
    .map((service, index) => ({ service, index }))
    .filter(({ service }) => !service.disable)
    .sort((a, b) => compare(a.service, b.service));
  return {
    enabled,
    dead: enabled.flatMap((one) => deadDependencies(one, services)),
  };
}

function deadDependencies(
  { service, index }: EnabledService,
  services: readonly Service[],
): DeadDependency[] {
  return service.dependsOn.flatMap((wanted, dependency) => {
    const found = services.find((other) =>
      other.name === wanted.name && other.namespace === wanted.namespace
    );
    if (found !== undefined && !found.disable) return [];
    const reason = found === undefined
      ? "no service of that name and namespace is in the list"
      : "it is disabled";
    return [{ service, index, dependency, reason }];
  });
}

function compare(a: Service, b: Service): number {
  if (a.namespace !== b.namespace) return a.namespace < b.namespace ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
