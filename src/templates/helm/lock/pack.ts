/**
 * Archives whose bytes depend on nothing but the files in them.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { ChartFile } from "../chart/chart_file.ts";
import { isVendoredFile } from "./vendored_file.ts";

const BLOCK = 512;
const MAX_STORED = 0xffff;

/**
 * Packs a chart. Neither the order of the files nor the version of a
 * compression library shows: entries are sorted, and stored uncompressed.
 *
 * @param files The files, by their paths within the chart.
 * @param name The directory that they stand in.
 * @returns The archive, as `.tgz`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readArchive } from "../chart/archive.ts";
 * const files = [{ path: "Chart.yaml", bytes: new TextEncoder().encode("name: own\n") }];
 * const [file] = readArchive(packChart(files, "own"), { name: "own.tgz" });
 * assertEquals(file?.path, "Chart.yaml");
 * ```
 */
export function packChart(
  files: readonly ChartFile[],
  name: string,
): Uint8Array<ArrayBuffer> {
  return storeGzip(writeTar(files, name));
}

/**
 * The digest of a chart's files, however they are archived: a vendored chart
 * has the same as the archive that it came from.
 *
 * @param files The files, by their paths within the chart.
 * @returns The SHA-256, as `sha256:` and hex digits.
 *
 * @example
 * ```ts
 * import { assertMatch } from "@std/assert";
 * assertMatch(digestOfFiles([]), /^sha256:[0-9a-f]{64}$/);
 * ```
 */
export function digestOfFiles(files: readonly ChartFile[]): string {
  const counted = files.filter(({ path }) => isVendoredFile(path));
  const hash = createHash("sha256").update(writeTar(counted, "chart"));
  return `sha256:${hash.digest("hex")}`;
}

function writeTar(
  files: readonly ChartFile[],
  name: string,
): Uint8Array<ArrayBuffer> {
  const entries = files.toSorted((a, b) => a.path < b.path ? -1 : 1)
    .flatMap(({ path, bytes }) => {
      const full = `${name}/${path}`;
      const pax = paxPath(full);
      return [
        ...(pax === undefined ? [] : entry("pax", pax, "x")),
        ...entry(full, bytes, "0"),
      ];
    });
  return concatenate([...entries, new Uint8Array(2 * BLOCK)]);
}

/** A header's field for the path holds 100 bytes. */
function paxPath(path: string): Uint8Array | undefined {
  const encoded = new TextEncoder().encode(path);
  const isPlain = encoded.length <= 100 && encoded.length === path.length;
  if (isPlain) return undefined;
  // The record's length counts the digits that it is written with.
  const rest = encoded.length + " path=\n".length;
  let length = rest + String(rest).length;
  if (rest + String(length).length > length) length += 1;
  return new TextEncoder().encode(`${length} path=${path}\n`);
}

function entry(
  path: string,
  bytes: Uint8Array,
  type: "0" | "x",
): Uint8Array[] {
  const header = new Uint8Array(BLOCK);
  const write = (text: string, offset: number, size: number) =>
    header.set(new TextEncoder().encode(text).subarray(0, size), offset);
  write(path, 0, 100);
  write("0000644\0", 100, 8);
  write("0000000\0", 108, 8);
  write("0000000\0", 116, 8);
  write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124, 12);
  write("00000000000\0", 136, 12);
  write("        ", 148, 8);
  write(type, 156, 1);
  write("ustar\x0000", 257, 8);
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, 8);
  const padding = (BLOCK - bytes.length % BLOCK) % BLOCK;
  return [header, bytes, new Uint8Array(padding)];
}

/** Gzip without compression (RFC 1951, 3.2.4): the same bytes everywhere. */
function storeGzip(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [
    new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]),
  ];
  for (let offset = 0; offset < data.length; offset += MAX_STORED) {
    const piece = data.subarray(offset, offset + MAX_STORED);
    const isLast = offset + MAX_STORED >= data.length;
    const { length } = piece;
    parts.push(
      new Uint8Array([isLast ? 1 : 0]),
      littleEndian((~length & 0xffff) * 0x10000 + length),
      piece as Uint8Array<ArrayBuffer>,
    );
  }
  parts.push(littleEndian(crc32(data)), littleEndian(data.length));
  return concatenate(parts);
}

function littleEndian(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((total, part) => total + part.length, 0);
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
