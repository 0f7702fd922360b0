/**
 * Which paths may stand in a tree that we write.
 *
 * `git fast-import` and `git mktree` accept `.git/config` and `../evil`
 * without a word, so this is the only guard between a name from somebody's
 * definitions and the work tree of everyone who clones the rendered branch.
 *
 * @module
 */

const MAX_COMPONENT_BYTES = 255;
const encoder = new TextEncoder();

// HFS+ drops these when it compares names: ".g\u200cit" is ".git" there.
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Printable ASCII needs none of the slower checks. */
const PLAIN = /^[\x20-\x5b\x5d-\x7e]*$/;

// deno-lint-ignore no-control-regex -- control characters are what is refused
const FORBIDDEN_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\\]/;

/**
 * What is wrong with a path of a tree.
 *
 * @param path The path, with `/`, from the root of the tree.
 * @returns What is wrong with it, or `undefined` where nothing is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pathProblem("clusters/prod/eu1/cluster.yaml"), undefined);
 * assertEquals(pathProblem("a/../b"), 'it has a component ".."');
 * assertEquals(pathProblem(".GIT/config"), 'its component ".GIT" means ".git" to some file systems');
 * ```
 */
export function pathProblem(path: string): string | undefined {
  const problem = PLAIN.test(path) ? undefined : characterProblem(path);
  if (problem !== undefined) return problem;
  for (const component of path.split("/")) {
    const problem = componentProblem(component);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function characterProblem(path: string): string | undefined {
  if (FORBIDDEN_CHARACTERS.test(path)) {
    return "it has a backslash or a control character";
  }
  // U+FFFD stands for bytes that are not UTF-8: the path is not the real one.
  if (/[\p{Surrogate}\ufffd]/u.test(path)) return "it is not valid Unicode";
  return path.normalize("NFC") === path
    ? undefined
    : "it is not in Unicode normal form C";
}

function componentProblem(component: string): string | undefined {
  if (component === "") return "it has an empty component";
  if (component === "." || component === "..") {
    return `it has a component "${component}"`;
  }
  if (meansDotGit(component)) {
    return `its component "${component}" means ".git" to some file systems`;
  }
  if (
    component.length * 3 > MAX_COMPONENT_BYTES &&
    encoder.encode(component).length > MAX_COMPONENT_BYTES
  ) {
    return `it has a component of more than ${MAX_COMPONENT_BYTES} bytes`;
  }
  return undefined;
}

/** NTFS ignores trailing dots and spaces and `:stream`s, and has short names. */
function meansDotGit(component: string): boolean {
  // Nothing is ever added to a name, so most names are done with here.
  if (!/g.*i.*t/i.test(component)) return false;
  const name = component.replace(HFS_IGNORED, "").toLowerCase()
    .split(":", 1)[0]!.replace(/[. ]+$/, "");
  return name === ".git" || /^git~\d+$/.test(name);
}

/**
 * The paths of one tree: each valid, none twice, none both file and directory,
 * and no two that a file system without upper and lower case takes for one.
 */
export class TreePaths {
  readonly #files = new Map<string, string>();
  readonly #directories = new Map<string, string>();
  #lastDirectory = "";

  /**
   * Takes a path into the tree.
   *
   * @param path The path of a file, or of a subtree as a whole.
   * @returns What is wrong with it, or `undefined` where nothing is.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const paths = new TreePaths();
   * assertEquals(paths.add("a/b"), undefined);
   * assertEquals(paths.add("a/B"), 'it differs from "a/b" in upper and lower case only');
   * assertEquals(paths.add("a"), "it is a directory already");
   * ```
   */
  add(path: string): string | undefined {
    const problem = pathProblem(path) ?? this.#addDirectories(path);
    if (problem !== undefined) return problem;
    const folded = fold(path);
    const other = this.#files.get(folded);
    if (other !== undefined) return clash(path, other);
    if (this.#directories.has(folded)) return "it is a directory already";
    this.#files.set(folded, path);
    return undefined;
  }

  #addDirectories(path: string): string | undefined {
    const parent = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    if (parent === this.#lastDirectory) return undefined;
    for (
      let slash = path.indexOf("/");
      slash >= 0;
      slash = path.indexOf("/", slash + 1)
    ) {
      const directory = path.slice(0, slash);
      const folded = fold(directory);
      if (this.#files.has(folded)) {
        return `its directory "${directory}" is a file already`;
      }
      const other = this.#directories.get(folded);
      if (other === undefined) this.#directories.set(folded, directory);
      else if (other !== directory) return clash(directory, other);
    }
    this.#lastDirectory = parent;
    return undefined;
  }
}

function clash(path: string, other: string): string {
  return path === other
    ? "it stands in the tree already"
    : `it differs from "${other}" in upper and lower case only`;
}

/** Upper case first, since some lower-case letters fold only that way. */
function fold(path: string): string {
  return path.toUpperCase().toLowerCase();
}
