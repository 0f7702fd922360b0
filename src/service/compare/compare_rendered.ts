import { compareUnits, type Comparison, summarise } from "../../diff/mod.ts";
import { readRendered } from "./read_rendered.ts";

/**
 * Compares two rendered trees in directories, as `k0render render --out` makes
 * them. Nothing is known of what they were rendered from: neither causes nor
 * guards.
 *
 * @param before The directory of the one.
 * @param after The directory of the other.
 * @returns What becomes of everything if the one takes the other's place.
 */
export async function compareRendered(
  before: string,
  after: string,
): Promise<Comparison> {
  const pair = await readRendered(before, after);
  const compared = await compareUnits(pair);
  return summarise({ ...pair, compared, guards: [] });
}
