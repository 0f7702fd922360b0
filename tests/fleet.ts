/**
 * A repository of definitions as people have it: a bare one that others fetch
 * from, and a clone to work in. Everything in it is done by plain git.
 *
 * @module
 */

import { dirname, join } from "@std/path";
import {
  bareRepository,
  plainGit,
  temporary,
  tryPlainGit,
} from "../src/git/_testing.ts";
import { type CliResult, k0render } from "./cli.ts";
import { readSample } from "./samples.ts";

/** The branch that the sample is rendered to. */
export const RENDERED = "rendered";

const NOTES = "refs/notes/hydrator.metadata";

/** A repository of definitions. */
export class Fleet {
  /** The bare repository. */
  readonly origin: string;
  /** The clone. */
  readonly work: string;
  readonly #root: string;
  #clones = 0;

  /**
   * @param root A directory of its own.
   */
  constructor(root: string) {
    this.#root = root;
    this.origin = join(root, "fleet.git");
    this.work = join(root, "work");
  }

  /** A path beside the repositories. */
  path(name: string): string {
    return join(this.#root, name);
  }

  /**
   * Commits changes and pushes them.
   *
   * @param files Texts by path; `undefined` removes a file.
   * @param branch The branch.
   * @returns The commit.
   */
  async push(
    files: Readonly<Record<string, string | undefined>>,
    branch = "main",
  ): Promise<string> {
    const { work } = this;
    for (const [path, text] of Object.entries(files)) {
      const target = join(work, path);
      await Deno.mkdir(dirname(target), { recursive: true });
      if (text === undefined) await Deno.remove(target);
      else await Deno.writeTextFile(target, text);
    }
    await plainGit(work, ["add", "--all"]);
    await plainGit(work, ["commit", "--quiet", "-m", "Change the fleet"]);
    await plainGit(work, ["push", "--quiet", "origin", `HEAD:${branch}`]);
    return await plainGit(work, ["rev-parse", "HEAD"]);
  }

  /** The text of a file of the clone. */
  async read(path: string): Promise<string> {
    return await Deno.readTextFile(join(this.work, path));
  }

  /** Replaces text in a file of the clone, and pushes that. */
  async edit(path: string, from: string, to: string): Promise<string> {
    const text = await Deno.readTextFile(join(this.work, path));
    if (!text.includes(from)) {
      throw new Error(`Cannot edit "${path}": it has no "${from}"`);
    }
    return await this.push({ [path]: text.replace(from, to) });
  }

  /** Commits by hand on the rendered branch. */
  async pushRendered(
    files: Readonly<Record<string, string | undefined>>,
  ): Promise<string> {
    await plainGit(this.work, ["fetch", "--quiet", "origin"]);
    await plainGit(this.work, ["checkout", "--quiet", `origin/${RENDERED}`]);
    const commit = await this.push(files, RENDERED);
    await plainGit(this.work, ["checkout", "--quiet", "main"]);
    return commit;
  }

  /** Runs `k0render render --commit` on the repository. */
  async render(...args: string[]): Promise<CliResult> {
    return await k0render(
      "render",
      "--commit",
      ...["--source", this.origin, "--cache", this.path("cache")],
      ...args,
    );
  }

  /** The commit of a branch, or nothing. */
  async head(branch: string = RENDERED): Promise<string> {
    const { stdout } = await tryPlainGit(this.origin, [
      "rev-parse",
      "--verify",
      "--quiet",
      `refs/heads/${branch}`,
    ]);
    return stdout;
  }

  /** The note on the rendered branch's commit. */
  async note(): Promise<unknown> {
    const args = ["notes", `--ref=${NOTES}`, "show", RENDERED];
    return JSON.parse(await plainGit(this.origin, args));
  }

  /** Clones the rendered branch and reads its files, path → text. */
  async rendered(address: string = this.origin): Promise<Map<string, string>> {
    const clone = this.path(`clone-${this.#clones++}`);
    await plainGit(this.#root, [
      "clone",
      "--quiet",
      ...["--depth", "1", "--branch", RENDERED],
      address.startsWith("/") ? `file://${address}` : address,
      clone,
    ]);
    const paths = (await plainGit(clone, ["ls-files", "-z"])).split("\0");
    const files = new Map<string, string>();
    for (const path of paths.filter((path) => path !== "")) {
      files.set(path, await Deno.readTextFile(join(clone, path)));
    }
    return files;
  }

  /** The files that differ between the rendered branch and its parent. */
  async lastChange(): Promise<string[]> {
    const args = ["diff", "--name-only", `${RENDERED}~1`, RENDERED];
    return (await plainGit(this.origin, args)).split("\n");
  }
}

/**
 * Runs a test with a fleet of the demo's definitions, pushed but not rendered.
 *
 * @param test The test.
 */
export async function withFleet(
  test: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  await temporary(async (root) => {
    const fleet = new Fleet(root);
    await bareRepository(fleet.origin);
    await plainGit(root, ["clone", "--quiet", fleet.origin, fleet.work]);
    await fleet.push(await readSample("demo"));
    await test(fleet);
  });
}
