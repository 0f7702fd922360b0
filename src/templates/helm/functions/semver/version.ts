/**
 * Versions in templates, with Masterminds' words for their faults.
 *
 * @module
 */

import {
  readVersion,
  type Version as PlainVersion,
  type VersionFault,
} from "../../../../model/mod.ts";
import { GoFailure } from "../../go/failure.ts";

/** A version. */
export interface Version extends PlainVersion {
  /** The text that it was read from. */
  readonly original: string;
}

/**
 * Reads a version; a leading `v`, leading zeros and missing parts are tolerated.
 *
 * @param text The text.
 * @returns The version.
 * @throws {GoFailure} Where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseVersion("v1.2-rc.1").patch, 0n);
 * ```
 */
export function parseVersion(text: string): Version {
  const read = readVersion(text);
  if ("kind" in read) throw new GoFailure(faultText(read));
  return { ...read, original: text };
}

function faultText(fault: VersionFault): string {
  switch (fault.kind) {
    case "too-long":
      return "version string is too long (max 256 bytes)";
    case "malformed":
      return "invalid semantic version";
    case "leading-zero":
      return "version segment starts with 0";
    case "out-of-range":
      return `error parsing version segment: strconv.ParseUint: parsing "${fault.part}": ` +
        "value out of range";
  }
}

/**
 * Checks what is to follow the dash of a version.
 *
 * @param prerelease The text; none is fine.
 * @throws {GoFailure} Where it is no list of words and of numbers that do not
 * begin with 0.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => checkPrerelease("rc.01"), GoFailure, "starts with 0");
 * ```
 */
export function checkPrerelease(prerelease: string): void {
  if (prerelease === "") return;
  for (const part of prerelease.split(".")) {
    if (/^0\d+$/.test(part)) {
      throw new GoFailure("version segment starts with 0");
    }
    if (!/^[\dA-Za-z-]+$/.test(part)) {
      throw new GoFailure("invalid prerelease string");
    }
  }
}

/**
 * Checks what is to follow the plus sign of a version.
 *
 * @param metadata The text; none is fine.
 * @throws {GoFailure} Where it is no list of words.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => checkMetadata("a_b"), GoFailure, "invalid metadata string");
 * ```
 */
export function checkMetadata(metadata: string): void {
  if (metadata === "") return;
  for (const part of metadata.split(".")) {
    if (!/^[\dA-Za-z-]+$/.test(part)) {
      throw new GoFailure("invalid metadata string");
    }
  }
}

/**
 * Writes a version with all its parts.
 *
 * @param version The version.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatVersion(parseVersion("v1.2+b")), "1.2.0+b");
 * ```
 */
export function formatVersion(version: Version): string {
  const { major, minor, patch, prerelease, metadata } = version;
  return `${major}.${minor}.${patch}` +
    (prerelease === "" ? "" : `-${prerelease}`) +
    (metadata === "" ? "" : `+${metadata}`);
}
