import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";

const MAIN = new URL("./main.ts", import.meta.url);
const SOURCE = new URL("../../", import.meta.url);

/** Rooms that reach the outside. */
const OUTSIDE = ["charts", "cli", "cluster", "flux", "forge", "git"];

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier?: string };
    }[];
  }[];
}

async function modulesOf(entry: URL): Promise<ReadonlySet<string>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", fromFileUrl(entry)],
  }).output();
  const graph: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const all = new Map(graph.modules.map((each) => [each.specifier, each]));
  const found = new Set<string>();
  const open = [entry.href];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const { code } of all.get(next)?.dependencies ?? []) {
      if (code?.specifier !== undefined) open.push(code.specifier);
    }
  }
  return found;
}

Deno.test("the sandbox is made of no room that reaches the outside", async () => {
  const modules = await modulesOf(MAIN);
  const reaching = [...modules].filter((specifier) =>
    OUTSIDE.some((room) => specifier.startsWith(`${SOURCE.href}${room}/`))
  );
  assertEquals(reaching, []);
  assert(modules.size > 300, `${modules.size} modules`);
});
