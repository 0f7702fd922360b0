/**
 * Everything that can be asked of a forge, for tests of what goes wrong.
 *
 * @module
 */

import type { Forge } from "../forge.ts";
import type { ForgeOutcome } from "../outcome.ts";
import { type ForgeContext, FORGES, withForge } from "./forges.ts";

/** Asks a forge for something. */
export type Ask = (forge: Forge) => Promise<ForgeOutcome<unknown>>;

/** A commit. */
export const SHA = "a".repeat(40);
/** A status. */
export const STATUS = {
  state: "pending",
  context: "k0render/preview",
  description: "Rendering",
  url: "https://k0render.example",
} as const;

/** What is asked of a forge, and how it asks its server. */
export const ASKED: Readonly<Record<string, Ask>> = {
  "listPullRequests()": (forge) => forge.listPullRequests("main"),
  "putComment()": (forge) =>
    forge.putComment("7", { marker: "m", body: "One" }),
  "putStatus()": (forge) =>
    forge.putStatus({ sha: SHA, pullRequest: "7" }, STATUS),
};

/** Runs a test for everything that is asked of each forge. */
export function forEach(
  criterion: string,
  test: (
    ask: Ask,
    context: ForgeContext,
  ) => Promise<void>,
): void {
  for (const tested of FORGES) {
    for (const [name, ask] of Object.entries(ASKED)) {
      Deno.test(`${tested.kind}: ${name} ${criterion}`, async () => {
        await withForge(tested, async (context) => {
          await test(ask, context);
        });
      });
    }
  }
}
