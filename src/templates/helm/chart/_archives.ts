/**
 * Archives for tests, also those that no honest program writes.
 *
 * @module
 */

import { gzipSync } from "node:zlib";

/** An entry of an archive. */
export interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  /** The type of the entry; a plain file where none is said. */
  readonly type?: string;
  readonly link?: string;
}

const BLOCK = 512;

/**
 * Packs an archive, and compresses it.
 *
 * @param entries The entries.
 * @returns The archive.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(packTar([{ path: "own/a", text: "a" }]).subarray(0, 2), new Uint8Array([0x1f, 0x8b]));
 * ```
 */
export function packTar(entries: readonly Entry[]): Uint8Array {
  const blocks = entries.flatMap((entry) =>
    entry.path.length > 100
      ? [...blocksOf(longName(entry.path)), ...blocksOf(entry)]
      : blocksOf(entry)
  );
  const size = blocks.reduce((sum, block) => sum + block.length, 0);
  const tar = new Uint8Array(size + 2 * BLOCK);
  let offset = 0;
  for (const block of blocks) {
    tar.set(block, offset);
    offset += block.length;
  }
  return new Uint8Array(gzipSync(tar));
}

/** GNU's way to write a path that no header has room for. */
function longName(path: string): Entry {
  return { path: "././@LongLink", text: `${path}\0`, type: "L" };
}

function blocksOf(entry: Entry): Uint8Array[] {
  const { path, text = "", type = "0", link = "" } = entry;
  const bytes = entry.bytes ?? new TextEncoder().encode(text);
  const header = new Uint8Array(BLOCK);
  write(header, 0, path.slice(0, 100));
  write(header, 100, "0000644\0");
  write(header, 124, `${bytes.length.toString(8).padStart(11, "0")}\0`);
  write(header, 148, "        ");
  write(header, 156, type);
  write(header, 157, link);
  write(header, 257, "ustar\0" + "00");
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(header, 148, `${sum.toString(8).padStart(6, "0")}\0 `);
  const body = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK);
  body.set(bytes);
  return [header, body];
}

function write(header: Uint8Array, offset: number, text: string): void {
  header.set(new TextEncoder().encode(text), offset);
}
