/**
 * A cold render of a whole fleet, against `git fast-import` of its result.
 *
 * @module
 */

import { fleet } from "./fleet.ts";
import { median } from "./median.ts";
import { type Run, run } from "./process.ts";

/** What a cold render took; the medians of all rounds. */
export interface ColdRender {
  readonly clusters: number;
  readonly files: number;
  readonly renderMs: number;
  readonly fastImportMs: number;
  /** The same with the allocator setting that k0render gives to git. */
  readonly tunedFastImportMs: number;
  /** Render time over plain fast-import time. */
  readonly ratio: number;
  readonly clustersPerSecond: number;
  readonly peakMiB: number;
}

/** glibc gives memory back after every object otherwise. */
const TUNED = { MALLOC_TRIM_THRESHOLD_: String(64 * 1024 * 1024) };

const MAIN = new URL("../src/cli/main.ts", import.meta.url).pathname;

/**
 * Renders a fleet from a repository to a pushed commit, and lets
 * `git fast-import` write the same files.
 *
 * @param options How many clusters, and how often to measure.
 * @returns The medians.
 */
export async function coldRender(
  options: { clusters: number; rounds: number },
): Promise<ColdRender> {
  const directory = await Deno.makeTempDir({ prefix: "k0render-bench-" });
  try {
    const source = `${directory}/fleet.git`;
    await importFiles(source, "main", fleet(options.clusters));
    const renders = [];
    const imports = [];
    const tunedImports = [];
    let files = 0;
    for (let round = 0; round < options.rounds; round++) {
      const remote = `${directory}/remote-${round}.git`;
      await run(["git", "clone", "-q", "--bare", source, remote]);
      renders.push(
        await run([
          Deno.execPath(),
          "run",
          "-A",
          MAIN,
          "render",
          "--source",
          remote,
          "--commit",
          "--cache",
          `${directory}/cache-${round}`,
        ]),
      );
      const stream = await fastImportStream(remote, "rendered");
      files = stream.files;
      const bare = `${directory}/import-${round}`;
      imports.push(await fastImport(`${bare}.git`, stream.bytes));
      tunedImports.push(
        await fastImport(`${bare}-tuned.git`, stream.bytes, TUNED),
      );
    }
    const renderMs = median(renders.map((render) => render.ms));
    const fastImportMs = median(imports.map((each) => each.ms));
    return {
      clusters: options.clusters,
      files,
      renderMs,
      fastImportMs,
      tunedFastImportMs: median(tunedImports.map((each) => each.ms)),
      ratio: renderMs / fastImportMs,
      clustersPerSecond: options.clusters / (renderMs / 1000),
      peakMiB: Math.max(...renders.map((render) => render.peakMiB)),
    };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function fastImport(
  repository: string,
  stdin: Uint8Array<ArrayBuffer>,
  env: Record<string, string> = {},
): Promise<Run> {
  await run(["git", "init", "-q", "--bare", repository]);
  const command = ["git", "-C", repository, "fast-import", "--quiet", "--done"];
  return await run(command, { stdin, env });
}

async function importFiles(
  repository: string,
  branch: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  await run(["git", "init", "-q", "--bare", "-b", branch, repository]);
  await run(["git", "-C", repository, "fast-import", "--quiet", "--done"], {
    stdin: commitStream(branch, files),
  });
}

/** The stream that makes the same files again as a first commit. */
async function fastImportStream(
  repository: string,
  branch: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; files: number }> {
  const listing = await run([
    "git",
    "-C",
    repository,
    "ls-tree",
    "-r",
    "--format=%(objectname) %(path)",
    branch,
  ]);
  const entries = listing.stdout.trimEnd().split("\n").map((line) => {
    const space = line.indexOf(" ");
    return { oid: line.slice(0, space), path: line.slice(space + 1) };
  });
  const ids = entries.map(({ oid }) => `${oid}\n`).join("");
  const contents = await run(
    ["git", "-C", repository, "cat-file", "--batch"],
    { stdin: new TextEncoder().encode(ids) },
  );
  const files = new Map<string, string>();
  let at = 0;
  const bytes = new TextEncoder().encode(contents.stdout);
  const decoder = new TextDecoder();
  for (const { path } of entries) {
    const end = bytes.indexOf(10, at);
    const size = Number(decoder.decode(bytes.subarray(at, end)).split(" ")[2]);
    files.set(path, decoder.decode(bytes.subarray(end + 1, end + 1 + size)));
    at = end + size + 2;
  }
  return { bytes: commitStream(branch, files), files: files.size };
}

function commitStream(
  branch: string,
  files: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = [
    `commit refs/heads/${branch}\n`,
    "committer Bench <bench@example.com> 1700000000 +0000\n",
    "data 5\nFleet\n",
  ];
  for (const [path, text] of files) {
    const size = encoder.encode(text).length;
    parts.push(`M 100644 inline ${path}\ndata ${size}\n${text}\n`);
  }
  parts.push("done\n");
  return encoder.encode(parts.join(""));
}
