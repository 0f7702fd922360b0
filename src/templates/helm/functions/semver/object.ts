/**
 * Versions in templates, with their methods.
 *
 * @module
 */

import { compareVersions } from "../../../../model/mod.ts";
import type { GoFunction } from "../../go/function.ts";
import { GoObject } from "../../go/object.ts";
import { SizedInt } from "../../go/sized_int.ts";
import type { GoValue } from "../../go/value.ts";
import { fn } from "../define.ts";
import {
  checkMetadata,
  checkPrerelease,
  formatVersion,
  type Version,
} from "./version.ts";

type Parts = Partial<Omit<Version, "original">>;

/** A version; what `semver` gives is a pointer, and has all its methods. */
export class SemverObject extends GoObject {
  override readonly goType: "*semver.Version" | "semver.Version";
  readonly version: Version;

  /**
   * Makes a version of one.
   *
   * @param version The version.
   * @param goType Its type in Go.
   */
  constructor(
    version: Version,
    goType: "*semver.Version" | "semver.Version" = "*semver.Version",
  ) {
    super();
    this.version = version;
    this.goType = goType;
  }

  override text(): string {
    return formatVersion(this.version);
  }

  override method(name: string): GoFunction | undefined {
    const own = METHODS[name] ??
      (this.goType === "*semver.Version" ? POINTER_METHODS[name] : undefined);
    return own?.(this.version);
  }
}

type Method = (version: Version) => GoFunction;

const METHODS: Readonly<Record<string, Method>> = {
  __proto__: null as never,
  Major: ({ major }) => fn([], () => new SizedInt(major, "uint64")),
  Minor: ({ minor }) => fn([], () => new SizedInt(minor, "uint64")),
  Patch: ({ patch }) => fn([], () => new SizedInt(patch, "uint64")),
  Prerelease: ({ prerelease }) => fn([], () => prerelease),
  Metadata: ({ metadata }) => fn([], () => metadata),
  String: (version) => fn([], () => formatVersion(version)),
  IncMajor: (version) =>
    fn(
      [],
      () => next(version, { major: version.major + 1n, minor: 0n, patch: 0n }),
    ),
  IncMinor: (version) =>
    fn([], () => next(version, { minor: version.minor + 1n, patch: 0n })),
  IncPatch: (version) =>
    fn([], () => {
      const step = version.prerelease === "" ? 1n : 0n;
      return next(version, { patch: version.patch + step });
    }),
  SetPrerelease: (version) =>
    fn(["string"], ([prerelease]) => {
      checkPrerelease(prerelease);
      return changed(version, { prerelease });
    }),
  SetMetadata: (version) =>
    fn(["string"], ([metadata]) => {
      checkMetadata(metadata);
      return changed(version, { metadata });
    }),
};

const POINTER_METHODS: Readonly<Record<string, Method>> = {
  __proto__: null as never,
  Original: ({ original }) => fn([], () => original),
  Compare: comparing((order) => BigInt(Math.sign(order))),
  Equal: comparing((order) => order === 0),
  LessThan: comparing((order) => order < 0),
  LessThanEqual: comparing((order) => order <= 0),
  GreaterThan: comparing((order) => order > 0),
  GreaterThanEqual: comparing((order) => order >= 0),
};

function comparing(answer: (order: number) => GoValue): Method {
  return (version) =>
    fn(
      ["*semver.Version"],
      ([other]) =>
        answer(compareVersions(version, (other as SemverObject).version)),
    );
}

function next(version: Version, parts: Parts): SemverObject {
  return changed(version, { ...parts, prerelease: "", metadata: "" });
}

/** A new version keeps the `v` of the old one. */
function changed(version: Version, parts: Parts): SemverObject {
  const changed = { ...version, ...parts };
  const prefix = version.original.startsWith("v") ? "v" : "";
  const original = prefix + formatVersion(changed);
  return new SemverObject({ ...changed, original }, "semver.Version");
}
