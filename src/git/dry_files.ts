/**
 * Which files of a dry source are taken, whether they come from a Git tree or
 * from a directory.
 *
 * @module
 */

import { type Finding, type FindingRule, makeFinding } from "../model/mod.ts";
import { type DryFile, type DryTree, isDryPath } from "../source/mod.ts";
import type { ChartFile } from "../templates/mod.ts";
import { GIT_RULES } from "./rules.ts";

/** How much of a dry source is read. */
export interface DryLimits {
  /** The largest file. */
  readonly maxFileBytes: number;
  /** All files together. */
  readonly maxTotalBytes: number;
  readonly maxFiles: number;
}

/** What is read where nothing else is said: far more than any fleet needs. */
export const DEFAULT_DRY_LIMITS: DryLimits = {
  maxFileBytes: 4 * 1024 * 1024,
  maxTotalBytes: 256 * 1024 * 1024,
  maxFiles: 50_000,
};

const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/** Collects the files of a dry source, and why others are not among them. */
export class DryFiles {
  readonly #limits: DryLimits;
  readonly #files: DryFile[] = [];
  readonly #chartFiles: ChartFile[] = [];
  readonly #findings: Finding[] = [];
  readonly #decoder = new TextDecoder("utf-8", {
    fatal: true,
    ignoreBOM: true,
  });
  #count = 0;
  #bytes = 0;

  /**
   * @param limits How much is taken.
   */
  constructor(limits: DryLimits = DEFAULT_DRY_LIMITS) {
    this.#limits = limits;
  }

  /**
   * Whether a file is to be read; where it is too large, a finding says so.
   *
   * @param path The path from the root, with `/`.
   * @param size The file's size in bytes.
   * @returns Whether to read it, and hand it to {@linkcode DryFiles.add}.
   *
   * @example
   * ```ts
   * import { assert } from "@std/assert";
   * const files = new DryFiles();
   * assert(files.wants("eu1.yaml", 600));
   * assert(!files.wants("logo.png", 600));
   * assert(!files.wants("huge.yaml", 100_000_000));
   * ```
   */
  wants(path: string, size: number): boolean {
    return isDryPath(path) && this.#fits(path, size);
  }

  /**
   * Whether a file of a vendored chart is to be read, as
   * {@linkcode DryFiles.wants}; no definition can be missed with it.
   *
   * @param path The path from the root, with `/`.
   * @param size The file's size in bytes.
   * @returns Whether to read it, and hand it to
   * {@linkcode DryFiles.addOfChart}.
   *
   * @example
   * ```ts
   * import { assert } from "@std/assert";
   * assert(new DryFiles().wantsOfChart("aws/templates/_helpers.tpl", 600));
   * ```
   */
  wantsOfChart(path: string, size: number): boolean {
    return this.#fits(path, size, { severity: "warning" });
  }

  #fits(
    path: string,
    size: number,
    details: { severity?: "warning" } = {},
  ): boolean {
    const { maxFileBytes, maxFiles, maxTotalBytes } = this.#limits;
    if (path.includes("\ufffd")) {
      return this.#refuse(
        GIT_RULES["git/path"],
        path,
        "its path is not UTF-8",
        details,
      );
    }
    if (size > maxFileBytes) {
      const detail = `its ${size} bytes are more than ${maxFileBytes}`;
      return this.#refuse(GIT_RULES["git/too-large"], path, detail, details);
    }
    if (this.#count + 1 > maxFiles) {
      const detail = `there are more than ${maxFiles} files`;
      return this.#refuseRest(GIT_RULES["git/too-many-files"], path, detail);
    }
    if (this.#bytes + size > maxTotalBytes) {
      const detail = `all files have more than ${maxTotalBytes} bytes`;
      return this.#refuseRest(GIT_RULES["git/too-much-text"], path, detail);
    }
    this.#count += 1;
    this.#bytes += size;
    return true;
  }

  /**
   * Takes a file's content, where it is text.
   *
   * @param path The path that {@linkcode DryFiles.wants} was asked about.
   * @param content What the file holds.
   * @returns The file, where it was taken.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const files = new DryFiles();
   * files.add("eu1.yaml", new Uint8Array([0xff]));
   * assertEquals(files.tree().findings[0]?.rule.id, "git/not-utf8");
   * ```
   */
  add(path: string, content: Uint8Array<ArrayBuffer>): DryFile | undefined {
    const text = this.#decode(content);
    if (text === undefined) {
      this.#refuse(GIT_RULES["git/not-utf8"], path, "it is not UTF-8 text");
    } else if (text.startsWith(LFS_POINTER)) {
      const detail = "it is a Git LFS pointer";
      this.#refuse(GIT_RULES["git/lfs-pointer"], path, detail);
    } else return this.addKnown({ path, text });
    return undefined;
  }

  /**
   * Takes a file that was taken from another tree before, as the same object.
   *
   * @param file The file; {@linkcode DryFiles.wants} was asked about it.
   * @returns The file.
   *
   * @example
   * ```ts
   * import { assertStrictEquals } from "@std/assert";
   * const file = { path: "eu1.yaml", text: "" };
   * assertStrictEquals(new DryFiles().addKnown(file), file);
   * ```
   */
  addKnown(file: DryFile): DryFile {
    this.#files.push(file);
    return file;
  }

  /**
   * Takes the content of a file of a vendored chart.
   *
   * @param path The path that {@linkcode DryFiles.wantsOfChart} was asked about.
   * @param bytes What the file holds.
   * @returns The file, where it was taken.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const files = new DryFiles();
   * files.addOfChart("aws/NOTES.txt", new Uint8Array([65]));
   * assertEquals(files.tree().chartFiles?.length, 1);
   * ```
   */
  addOfChart(
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): ChartFile | undefined {
    const start = new TextDecoder().decode(bytes.subarray(0, 64));
    if (start.startsWith(LFS_POINTER)) {
      const detail = "it is a Git LFS pointer";
      const details = { severity: "warning" } as const;
      this.#refuse(GIT_RULES["git/lfs-pointer"], path, detail, details);
      return undefined;
    }
    return this.addKnownOfChart({ path, bytes });
  }

  /**
   * Takes a file of a chart that was taken from another tree before.
   *
   * @param file The file; {@linkcode DryFiles.wantsOfChart} was asked about it.
   * @returns The file.
   *
   * @example
   * ```ts
   * import { assertStrictEquals } from "@std/assert";
   * const file = { path: "aws/NOTES.txt", bytes: new Uint8Array() };
   * assertStrictEquals(new DryFiles().addKnownOfChart(file), file);
   * ```
   */
  addKnownOfChart(file: ChartFile): ChartFile {
    this.#chartFiles.push(file);
    return file;
  }

  /**
   * Refuses a symbolic link. It is an error where definitions may be behind it.
   *
   * @param path The path of the link.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const files = new DryFiles();
   * files.refuseLink("clusters");
   * files.refuseLink("docs/logo.png");
   * assertEquals(files.tree().findings.map((it) => it.severity), ["error", "notice"]);
   * ```
   */
  refuseLink(path: string): void {
    if (isHidden(path)) return;
    const details = isDryPath(path) || !/\.[^/.]+$/.test(path)
      ? {}
      : { severity: "notice" } as const;
    const detail = "it is a symbolic link";
    this.#refuse(GIT_RULES["git/symlink"], path, detail, details);
  }

  /**
   * Refuses a submodule.
   *
   * @param path The path of the submodule.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const files = new DryFiles();
   * files.refuseSubmodule("vendor/charts");
   * assertEquals(files.tree().findings[0]?.message, 'Cannot read "vendor/charts": it is a submodule');
   * ```
   */
  refuseSubmodule(path: string): void {
    if (isHidden(path)) return;
    this.#refuse(GIT_RULES["git/submodule"], path, "it is a submodule");
  }

  /**
   * What was collected.
   *
   * @returns The files in ascending order of their paths, and the findings.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * assertEquals(new DryFiles().tree(), { files: [], findings: [] });
   * ```
   */
  tree(): DryTree {
    return {
      files: this.#files.toSorted((a, b) =>
        a.path < b.path ? -1 : a.path > b.path ? 1 : 0
      ),
      findings: this.#findings,
      ...(this.#chartFiles.length > 0 ? { chartFiles: this.#chartFiles } : {}),
    };
  }

  #decode(content: Uint8Array<ArrayBuffer>): string | undefined {
    try {
      return this.#decoder.decode(content);
    } catch {
      return undefined;
    }
  }

  #refuse(
    rule: FindingRule,
    path: string,
    detail: string,
    details: { severity?: "notice" | "warning" } = {},
  ): false {
    const origin = { file: path, document: 0, line: 1 };
    const message = `Cannot read "${path}": ${detail}`;
    this.#findings.push(
      makeFinding(rule, message, { place: { origin }, ...details }),
    );
    return false;
  }

  /** One finding stands for all files from here on. */
  #refuseRest(rule: FindingRule, path: string, detail: string): false {
    const told = this.#findings.some((finding) => finding.rule === rule);
    if (!told) this.#refuse(rule, path, detail);
    return false;
  }
}

function isHidden(path: string): boolean {
  return path.split("/").some((name) => name.startsWith("."));
}
