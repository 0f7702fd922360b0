/**
 * A reader of tar archives that takes plain files and refuses the rest.
 *
 * @module
 */

/** A file of an archive. */
export interface TarFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What was read of an archive, or why it was not. */
export type ReadTar =
  | { readonly kind: "read"; readonly files: readonly TarFile[] }
  | { readonly kind: "refused"; readonly reason: string };

const BLOCK = 512;
/** The sum of a header's bytes is taken as if its own field were blank. */
const CHECKSUM = { start: 148, end: 156 };

/**
 * Reads an archive, in the ustar, pax and GNU formats.
 *
 * @param archive The archive.
 * @param options The number of entries that is too many.
 * @returns Its files in their order, or why it is refused: links, devices and
 * damaged headers are.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const empty = new Uint8Array(1024);
 * assertEquals(readTar(empty, { maxEntries: 10 }), { kind: "read", files: [] });
 * ```
 */
export function readTar(
  archive: Uint8Array,
  options: { readonly maxEntries: number },
): ReadTar {
  const files: TarFile[] = [];
  let names: { long?: string } = {};
  let entries = 0;
  for (let offset = 0; offset + BLOCK <= archive.length;) {
    const header = archive.subarray(offset, offset + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (++entries > options.maxEntries) {
      return refuse(`it has more than ${options.maxEntries} entries`);
    }
    const size = numberAt(header, 124, 12);
    if (!isSound(header) || size === undefined) {
      return refuse("a header is damaged");
    }
    const start = offset + BLOCK;
    if (start + size > archive.length) return refuse("it is cut off");
    const bytes = archive.subarray(start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156] ?? 0);
    const path = names.long ?? pathOf(header);
    if (type === "x") names = paxNames(bytes);
    else if (type === "L") names = { long: textIn(bytes) };
    else if (type !== "g" && type !== "K") {
      names = {};
      if (type === "0" || type === "\0") {
        if (!path.endsWith("/")) files.push({ path, bytes });
      } else if (type !== "5") return refuse(describe(type, path));
    }
  }
  return { kind: "read", files };
}

function refuse(reason: string): ReadTar {
  return { kind: "refused", reason };
}

function describe(type: string, path: string): string {
  const what = type === "1" || type === "2" ? "a link" : "no plain file";
  return `"${path}" is ${what}`;
}

function isSound(header: Uint8Array): boolean {
  const sum = header.reduce(
    (total, byte, index) =>
      total +
      (index >= CHECKSUM.start && index < CHECKSUM.end ? 0x20 : byte),
    0,
  );
  return numberAt(header, CHECKSUM.start, 8) === sum;
}

/** Octal digits, or the size in base 256 that GNU tar writes. */
function numberAt(
  header: Uint8Array,
  start: number,
  length: number,
): number | undefined {
  const field = header.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const number = field.reduce(
      (total, byte, index) => total * 256 + (index === 0 ? byte & 0x7f : byte),
      0,
    );
    return Number.isSafeInteger(number) ? number : undefined;
  }
  const digits = textIn(field).trim();
  if (digits === "") return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function pathOf(header: Uint8Array): string {
  const name = textIn(header.subarray(0, 100));
  const isUstar = textIn(header.subarray(257, 263)) === "ustar";
  const prefix = isUstar ? textIn(header.subarray(345, 500)) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Records of a pax header: `<length> <key>=<value>\n`. */
function paxNames(bytes: Uint8Array): { long?: string } {
  for (let offset = 0; offset < bytes.length;) {
    const [head = ""] = DECODER.decode(bytes.subarray(offset, offset + 20))
      .split(" ");
    const length = Number(head);
    if (!Number.isInteger(length) || length <= head.length) break;
    const record = DECODER.decode(
      bytes.subarray(offset + head.length + 1, offset + length - 1),
    );
    if (record.startsWith("path=")) return { long: record.slice(5) };
    offset += length;
  }
  return {};
}

/** The text up to the first NUL. */
function textIn(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return DECODER.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const DECODER = new TextDecoder();
