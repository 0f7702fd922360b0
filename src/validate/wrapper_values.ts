/**
 * Checks that the values of services stand where their charts look.
 *
 * @module
 */

import type { Inventory, Service } from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  identityOf,
  isMap,
  remember,
  type ValueMap,
} from "../model/mod.ts";
import { loadYaml, YamlError } from "../yaml/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import {
  type ServiceHolder,
  serviceHolders,
  SERVICES_FIELD,
} from "./service_holders.ts";
import { wrappedCharts } from "./wrapped_charts.ts";

/** A service with values, and what it stands in. */
interface Configured {
  readonly holder: ServiceHolder;
  readonly index: number;
  readonly service: Service;
  readonly values: ValueMap;
  /** Its keys, and those of the maps below them, as text. */
  readonly shape: string;
}

/** Values of the same template, of which one stands a level too high. */
interface Misplaced {
  readonly flat: Configured;
  /** The key below which the values belong. */
  readonly key: string;
  /** A service whose values stand there. */
  readonly nested?: Configured;
}

/**
 * Finds values of services that stand a level too high, beside the name of the
 * chart that theirs wraps. Where the dry source has the chart, it says so;
 * where not, another service that configures the same template does.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkWrapperValues(checkInput(""))], []);
 * ```
 */
export function* checkWrapperValues(input: ValidateInput): Iterable<Finding> {
  const byTemplate = Map.groupBy(
    configuredServices(input.inventory),
    ({ holder, service }) => `${holder.templateNamespace}/${service.template}`,
  );
  for (const [template, services] of byTemplate) {
    const wrapped = wrappedCharts(template, input);
    const misplaced = wrapped === undefined
      ? contradicting(services)
      : services.flatMap((flat) => besideWrapped(flat, wrapped));
    for (const one of misplaced) yield misplacedValues(one);
  }
}

function* configuredServices(inventory: Inventory): Generator<Configured> {
  for (const holder of serviceHolders(inventory)) {
    for (const [index, service] of holder.spec.serviceSpec.services.entries()) {
      const read = valuesOf(service);
      if (read !== undefined) yield { holder, index, service, ...read };
    }
  }
}

const valuesOf = remember((service: Service) => {
  const values = readValues(service.values ?? "");
  return values && { values, shape: shapeOf(values) };
});

function shapeOf(values: ValueMap): string {
  return JSON.stringify(
    Object.entries(values).map(([key, inner]) => [
      key,
      isMap(inner) ? Object.keys(inner) : null,
    ]),
  );
}

/** Sveltos may template the text first; what is no YAML before is not judged. */
function readValues(text: string): ValueMap | undefined {
  try {
    const value = loadYaml(text);
    return isMap(value) && Object.keys(value).length > 0 ? value : undefined;
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/** A chart without templates of its own reads nothing but these keys. */
function besideWrapped(
  flat: Configured,
  wrapped: readonly string[],
): Misplaced[] {
  const [key] = wrapped;
  const isRead = Object.keys(flat.values).some((name) =>
    name === "global" || wrapped.includes(name)
  );
  return key === undefined || isRead ? [] : [{ flat, key }];
}

/** Services of the same shape have the same answer, and give the same. */
function contradicting(services: readonly Configured[]): Misplaced[] {
  const byShape = Map.groupBy(services, ({ shape }) => shape);
  const first = [...byShape.values()].flatMap(([one]) => one ?? []);
  const found = new Map(
    first.map((flat) => [flat.shape, findNested(flat, first)]),
  );
  return services.flatMap((flat) => {
    const nested = found.get(flat.shape);
    return nested === undefined ? [] : [{ flat, ...nested }];
  });
}

function findNested(
  flat: Configured,
  services: readonly Configured[],
): Omit<Misplaced, "flat"> | undefined {
  for (const nested of services) {
    const key = wrapperKey(flat.values, nested.values);
    if (key !== undefined) return { key, nested };
  }
  return undefined;
}

/** The key below which `nested` has all keys that `flat` has at its top. */
function wrapperKey(flat: ValueMap, nested: ValueMap): string | undefined {
  const keys = Object.keys(flat);
  return Object.entries(nested).find(([key, inner]) =>
    isMap(inner) && !keys.includes(key) &&
    keys.every((name) => Object.hasOwn(inner, name))
  )?.[0];
}

function misplacedValues({ flat, key, nested }: Misplaced): Finding {
  const { holder, index, service } = flat;
  const object = formatIdentity(identityOf(holder.manifest));
  const keys = Object.keys(flat.values).map((name) => `"${name}"`).join(", ");
  const field = [...SERVICES_FIELD, index, "values"];
  if (nested === undefined) {
    return report(holder, "validate/wrapper-values", {
      field,
      key: true,
      message:
        `Cannot use ${keys} in the values of service "${service.name}" of ${object}: the chart of ServiceTemplate "${service.template}" passes on only what stands below "${key}"`,
      remedy: `Put the values below "${key}:".`,
    });
  }
  return report(holder, "validate/wrapper-values", {
    field,
    key: true,
    message:
      `Cannot tell which values ServiceTemplate "${service.template}" reads: service "${service.name}" of ${object} has ${keys} at the top, another one below "${key}"`,
    remedy:
      `At most one of the two does something. If the chart wraps "${key}", put these values below "${key}:" too; else take them out of it there.`,
    related: [{
      place: {
        origin: nested.holder.origin,
        field: [...SERVICES_FIELD, nested.index, "values"],
        key: true,
      },
      message: `The values below "${key}"`,
    }],
  });
}
