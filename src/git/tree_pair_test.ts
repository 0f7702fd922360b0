import { assertEquals } from "@std/assert";
import { join } from "@std/path";
import { compareUnits } from "../diff/mod.ts";
import { blobId } from "../tree/blob_id.ts";
import { plainGit, temporary } from "./_testing.ts";
import { initRepository, type Repository } from "./repository.ts";
import { gitTreePair } from "./tree_pair.ts";
import { writeTree } from "./write_tree.ts";

const SIDE = { units: [], failed: [], complete: true };

/** A layer's files: an object, and the record beside it. */
function layer(name: string, value: string): Record<string, string> {
  const path = `layers/${name}/config-map_a.yaml`;
  const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}, namespace: a}
data: {value: "${value}"}
`;
  const unit = { kind: "layer", layer: name };
  const record = { unit, files: { [path]: blobId(text) } };
  return {
    [path]: text,
    [`layers/${name}/unit.json`]: JSON.stringify(record),
  };
}

Deno.test("gitTreePair() never reads what is the same", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const same = layer("sources", "1");
    const before = await write(repository, {
      ...same,
      ...layer("platform", "1"),
    });
    const after = await write(repository, {
      ...same,
      ...layer("platform", "2"),
    });
    // Whoever looks at one of these objects now gets an error from git.
    for (const text of Object.values(same)) await remove(root, blobId(text));
    await remove(root, await oidOf(root, `${before}:layers/sources`));
    const trees = await gitTreePair(repository, { before, after });
    const { units } = await compareUnits({
      trees,
      before: SIDE,
      after: SIDE,
    });
    assertEquals(units.map(({ unit }) => unit), [
      { kind: "layer", layer: "platform" },
    ]);
    assertEquals(units[0]?.changes.length, 1);
  });
});

Deno.test("gitTreePair() reads a record that stayed as it was", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const files = layer("sources", "1");
    const [path = ""] = Object.keys(files);
    const before = await write(repository, files);
    const after = await write(repository, {
      ...files,
      [path]: files[path]!.replace('"1"', '"by hand"'),
    });
    const trees = await gitTreePair(repository, { before, after });
    assertEquals(trees.changed, [path]);
    const { units } = await compareUnits({
      trees,
      before: SIDE,
      after: SIDE,
    });
    assertEquals(units[0]?.changes.map(({ kind }) => kind), ["changed"]);
  });
});

Deno.test("gitTreePair() leaves out what is not there", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const before = await write(repository, { a: "1" });
    const after = await write(repository, { b: "1" });
    const pair = await gitTreePair(repository, { before, after });
    const wanted = [
      { path: "a" },
      { path: "b" },
      { path: "c" },
      { path: "d", oid: "1".repeat(40) },
    ];
    assertEquals(await pair.read("before", wanted), new Map([["a", "1"]]));
    assertEquals(await pair.read("after", wanted), new Map([["b", "1"]]));
  });
});

async function write(
  repository: Repository,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const tree = await writeTree(
    repository,
    Object.entries(files).map(([path, text]) => ({
      kind: "file" as const,
      path,
      text,
    })),
  );
  // Loose objects can be removed one by one.
  await unpack(repository.directory);
  return tree;
}

async function unpack(root: string): Promise<void> {
  const packs = join(root, "objects/pack");
  for (const { name } of await Array.fromAsync(Deno.readDir(packs))) {
    const pack = join(packs, name);
    if (name.endsWith(".pack")) {
      const bytes = await Deno.readFile(pack);
      await Deno.remove(pack);
      await plainGit(root, ["unpack-objects", "-q"], { input: bytes });
    } else await Deno.remove(pack);
  }
}

async function remove(root: string, oid: string): Promise<void> {
  await Deno.remove(join(root, "objects", oid.slice(0, 2), oid.slice(2)));
}

function oidOf(root: string, name: string): Promise<string> {
  return plainGit(root, ["rev-parse", name]);
}
