/**
 * Known trouble with upgrades of services, by version.
 *
 * @module
 */

/** What is known to go wrong with an upgrade. */
export interface Advisory {
  /** Who delivers the service. */
  readonly delivery: "sveltos" | "flux";
  /** What the service's name has in it; left out, any. */
  readonly name?: string;
  /** The first version of KCM that is free of it; left out, none. */
  readonly fixedIn?: string;
  /** Whether a service that is installed with `atomic` is free of it. */
  readonly atomicHelps?: true;
  /** What to know, in a sentence. */
  readonly text: string;
  /** Where it was reported. */
  readonly source: string;
}

/** What is known to go wrong with upgrades. */
export const ADVISORIES: readonly Advisory[] = [
  {
    delivery: "sveltos",
    fixedIn: "1.13.0",
    atomicHelps: true,
    text:
      "If the upgrade fails, Sveltos before 1.14 uninstalls the service and installs it anew: set helmOptions.atomic",
    source: "k0rdent/kcm#3001, #3018, #3080",
  },
  {
    delivery: "flux",
    name: "k0smotron",
    text:
      "Another version of k0smotron can replace the machines of all control planes",
    source: "k0rdent/kcm#1709, k0sproject/k0smotron#1025, #1478",
  },
];
