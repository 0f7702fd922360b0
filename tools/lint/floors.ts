/**
 * The floors of the house, from the ground: a room imports from lower floors,
 * or sideways within its floor as long as no circle comes of it.
 *
 * @module
 */

/** Each floor's rooms; `model` stands below all, as the words all share. */
export const FLOORS: readonly (readonly string[])[] = [
  ["model"],
  ["yaml"],
  ["k0rdent", "templates"],
  ["source", "render", "validate"],
  ["tree", "diff", "explain"],
  ["preview"],
  ["git", "charts", "forge", "flux", "cluster"],
  ["service"],
  ["cli"],
];

/**
 * The room that a module belongs to.
 *
 * @param path The module's path or URL.
 * @returns The room's name, or `undefined` outside `src/`.
 */
export function roomOf(path: string): string | undefined {
  return /(?:^|\/)src\/([^/]+)\/[^/]/.exec(path.replaceAll("\\", "/"))?.[1];
}

/**
 * The number of a room's floor, counted from the ground.
 *
 * @param room The room's name.
 * @returns The number, or `-1` for a room that no floor has.
 */
export function floorOf(room: string): number {
  return FLOORS.findIndex((floor) => floor.includes(room));
}

/**
 * A circle in a graph of rooms.
 *
 * @param arrows For each room the rooms that it imports from.
 * @returns The rooms along a circle, first and last the same, or `undefined`.
 */
export function findCircle(
  arrows: ReadonlyMap<string, ReadonlySet<string>>,
): string[] | undefined {
  const done = new Set<string>();
  const visit = (room: string, trail: string[]): string[] | undefined => {
    if (trail.includes(room)) {
      return [...trail.slice(trail.indexOf(room)), room];
    }
    if (done.has(room)) return undefined;
    for (const next of arrows.get(room) ?? []) {
      const circle = visit(next, [...trail, room]);
      if (circle !== undefined) return circle;
    }
    done.add(room);
    return undefined;
  };
  for (const room of arrows.keys()) {
    const circle = visit(room, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
