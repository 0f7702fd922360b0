/**
 * An environment held against CRDs: its definitions, and what is rendered.
 *
 * @module
 */

import {
  type Finding,
  type Identity,
  identityKey,
  identityOf,
  type Origin,
  type UnitResult,
} from "../model/mod.ts";
import { type CrdCheck, placeKey } from "../validate/crd/mod.ts";
import type { PreparedEnvironment } from "./prepare.ts";

/** Checks an environment, unit by unit. */
export class EnvironmentSchemaCheck {
  readonly #check: CrdCheck;
  readonly #environment: PreparedEnvironment;
  readonly #byOrigin: ReadonlyMap<string, Identity>;
  readonly #findings: Finding[] = [];

  /**
   * @param check The CRDs, and what was said of them.
   * @param environment The environment.
   */
  constructor(check: CrdCheck, environment: PreparedEnvironment) {
    this.#check = check;
    this.#environment = environment;
    this.#byOrigin = new Map(
      [...environment.inventory.all.values()].map(({ manifest, origin }) => [
        placeKey({ origin }),
        identityOf(manifest),
      ]),
    );
  }

  /**
   * Checks what was rendered. Definitions that are carried over are left to
   * {@linkcode EnvironmentSchemaCheck.findings}.
   *
   * @param result What became of a unit.
   */
  addUnit(result: UnitResult): void {
    if (result.kind !== "rendered") return;
    for (const object of [...result.applied, ...result.review]) {
      const from = this.#definitionAt(object.origin);
      const isCarried = from !== undefined &&
        identityKey(from) === identityKey(identityOf(object.manifest));
      if (isCarried) continue;
      for (const finding of this.#check.rendered(object, from)) {
        this.#findings.push(finding);
      }
    }
  }

  /**
   * Checks the definitions. What another check has said of a field already is
   * not said again.
   *
   * @returns What is wrong with the definitions and with what was rendered.
   */
  findings(): Finding[] {
    const { inventory, findings } = this.#environment;
    const told = new Set(
      findings.flatMap(({ place }) => place ? [placeKey(place)] : []),
    );
    const own = [...inventory.all.values()]
      .flatMap((definition) => this.#check.definition(definition))
      .filter(({ place }) => !place || !told.has(placeKey(place)));
    return [...own, ...this.#findings];
  }

  #definitionAt(origin: Origin): Identity | undefined {
    return this.#byOrigin.get(placeKey({ origin }));
  }
}
