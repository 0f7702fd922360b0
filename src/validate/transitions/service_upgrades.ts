/**
 * Checks changes of the templates of services (kcm-spec 8.9).
 *
 * @module
 */

import { type Service, upgradePaths } from "../../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  identityOf,
  remember,
} from "../../model/mod.ts";
import {
  type ServiceHolder,
  serviceHolders,
  SERVICES_FIELD,
} from "../service_holders.ts";
import { reportTransition, type Transition, wasHere } from "./transition.ts";

/** A service before and after a change. */
interface ChangedService {
  readonly holder: ServiceHolder;
  readonly oldHolder: ServiceHolder;
  readonly index: number;
  readonly oldIndex: number;
  readonly service: Service;
  readonly oldService: Service;
}

/**
 * Finds upgrades of services that their chains do not have, and those that take
 * several steps. Services without a chain are upgraded at once.
 *
 * @param change What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkServiceUpgrades(transitionOf("", ""))], []);
 * ```
 */
export function* checkServiceUpgrades(
  change: Transition,
): Iterable<Finding> {
  for (const changed of changedServices(change)) {
    const { holder, service, oldService } = changed;
    const name = service.templateChain ?? "";
    const chain = change.after.inventory.serviceTemplateChains.get(
      `${holder.templateNamespace}/${name}`,
    );
    // A chain that is not there, or does not have the new template, is told by
    // the checks on the definitions.
    const isListed = chain?.spec.supportedTemplates.some((each) =>
      each.name === service.template
    );
    if (chain === undefined || !isListed) continue;
    const ways = upgradePaths(chain.spec, oldService.template);
    const steps = ways?.get(service.template);
    if (ways === undefined) yield lostTemplate(change, changed);
    else if (steps === undefined) yield missingWay(change, changed);
    else if (steps.length > 1) {
      yield severalSteps(change, changed, steps.map((step) => step.name));
    }
  }
}

function* changedServices(
  { before, after }: Transition,
): Generator<ChangedService> {
  const old = new Map(
    [...serviceHolders(before)].map((holder) => [keyOf(holder), holder]),
  );
  for (const holder of serviceHolders(after.inventory)) {
    const oldHolder = old.get(keyOf(holder));
    if (oldHolder === undefined || oldHolder === holder) continue;
    const { services } = oldHolder.spec.serviceSpec;
    for (const [index, service] of holder.spec.serviceSpec.services.entries()) {
      const oldIndex = services.findIndex(({ name, namespace }) =>
        name === service.name && namespace === service.namespace
      );
      const oldService = services[oldIndex];
      if (oldService === undefined) continue;
      if (oldService.template === service.template) continue;
      yield { holder, oldHolder, index, oldIndex, service, oldService };
    }
  }
}

const keyOf = remember(({ manifest }: ServiceHolder): string =>
  formatIdentity(identityOf(manifest))
);

function lostTemplate(change: Transition, changed: ChangedService): Finding {
  const { service, oldService } = changed;
  return reportTransition(change, "transition/service-chain", {
    ...placed(changed, "templateChain"),
    message: `Cannot find a way for ${
      named(changed)
    } from "${oldService.template}" to "${service.template}": ServiceTemplateChain "${service.templateChain}" does not have the former`,
  });
}

function missingWay(change: Transition, changed: ChangedService): Finding {
  const { service, oldService } = changed;
  return reportTransition(change, "transition/service-upgrade", {
    ...placed(changed, "template"),
    message: `ServiceTemplateChain "${service.templateChain}" has no way for ${
      named(changed)
    } from "${oldService.template}" to "${service.template}": KCM takes the new one at once`,
  });
}

function severalSteps(
  change: Transition,
  changed: ChangedService,
  steps: readonly string[],
): Finding {
  const way = [changed.oldService.template, ...steps]
    .map((name) => `"${name}"`).join(", then ");
  return reportTransition(change, "transition/service-steps", {
    ...placed(changed, "template"),
    message: `KCM upgrades ${named(changed)} in ${steps.length} steps: ${way}`,
  });
}

function named({ holder, service }: ChangedService): string {
  return `service "${service.name}" of ${keyOf(holder)}`;
}

function placed(
  { holder, oldHolder, index, oldIndex }: ChangedService,
  field: "template" | "templateChain",
) {
  return {
    subject: holder,
    field: [...SERVICES_FIELD, index, field],
    old: wasHere(oldHolder, [...SERVICES_FIELD, oldIndex, "template"]),
  };
}
