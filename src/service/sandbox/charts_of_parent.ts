/**
 * Charts that the service fetches for the sandbox, which itself reaches
 * nothing.
 *
 * @module
 */

import type { Charts } from "../../charts/mod.ts";
import { hearChart } from "./told_tree.ts";
import type { Parent } from "./parent.ts";

/**
 * The way to charts inside of the sandbox.
 *
 * @param parent The service.
 * @returns The charts that the lock has; others are not looked for.
 */
export function chartsOfParent(parent: Parent): Pick<Charts, "load"> {
  return {
    async load(chart) {
      const told = await parent.chart(chart);
      if (told.kind === "unavailable") return told;
      const files = hearChart(told.files);
      return { kind: "available", result: { locked: chart.locked, files } };
    },
  };
}
