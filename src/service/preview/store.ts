/**
 * What was made of each change: a disposable cache, so that a restart tells
 * nothing a second time.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { join } from "@std/path";
import { z } from "zod";

const storedSchema = z.strictObject({
  id: z.string(),
  /** What it depends on: see `previewKey`. */
  key: z.string(),
  title: z.string(),
  url: z.string(),
  head: z.string(),
  state: z.enum(["success", "failure"]),
  description: z.string(),
  /** The page. */
  report: z.string(),
});

/** What was made of a change. */
export type StoredPreview = z.output<typeof storedSchema>;

/** Keeps what was made of changes. */
export class PreviewStore {
  readonly #directory: string;
  readonly #previews = new Map<string, StoredPreview>();

  /**
   * @param directory Where; nothing else may be there.
   */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Reads what an earlier process kept; what cannot be read is forgotten. */
  async load(): Promise<void> {
    await Deno.mkdir(this.#directory, { recursive: true });
    for await (const { name } of Deno.readDir(this.#directory)) {
      const preview = await read(join(this.#directory, name));
      if (preview !== undefined) this.#previews.set(preview.id, preview);
    }
  }

  /**
   * What was made of a change.
   *
   * @param id The pull request.
   * @returns It, where there is something.
   */
  get(id: string): StoredPreview | undefined {
    return this.#previews.get(id);
  }

  /**
   * Everything that was made.
   *
   * @returns It, in the order of the pull requests.
   */
  all(): StoredPreview[] {
    return [...this.#previews.values()].sort((a, b) =>
      a.id.length - b.id.length || (a.id < b.id ? -1 : 1)
    );
  }

  /**
   * Keeps what was made of a change, in place of what was before.
   *
   * @param preview What was made.
   */
  async put(preview: StoredPreview): Promise<void> {
    this.#previews.set(preview.id, preview);
    const path = await this.#pathOf(preview.id);
    await Deno.writeTextFile(`${path}.new`, JSON.stringify(preview));
    await Deno.rename(`${path}.new`, path);
  }

  /**
   * Forgets all changes but some.
   *
   * @param ids The pull requests to keep.
   */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    for (const id of this.#previews.keys()) {
      if (ids.has(id)) continue;
      this.#previews.delete(id);
      await Deno.remove(await this.#pathOf(id)).catch(() => {});
    }
  }

  /** No name of anybody else ever becomes a path. */
  async #pathOf(id: string): Promise<string> {
    const digest = await crypto.subtle.digest(
      "SHA-256",
      new TextEncoder().encode(id),
    );
    return join(this.#directory, `${encodeHex(digest).slice(0, 32)}.json`);
  }
}

async function read(path: string): Promise<StoredPreview | undefined> {
  try {
    const json = JSON.parse(await Deno.readTextFile(path));
    return storedSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
