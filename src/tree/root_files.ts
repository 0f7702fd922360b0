/**
 * The files at the root of a rendered branch that say what it is.
 *
 * @module
 */

import type { TreeFile } from "./types.ts";

/** What the root files say. */
export interface BranchDescription {
  /** The environment's name. */
  readonly environment: string;
  /** The dry source's address; left out where it has none. */
  readonly repoURL?: string;
}

/**
 * The README and the Git attributes of a rendered branch.
 *
 * @param branch What to say of it. Nothing that changes from commit to commit:
 * a render that changes no object must give the same bytes.
 * @returns The files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const files = rootFiles({ environment: "prod" });
 * assertEquals(files.map((file) => file.path), [".gitattributes", "README.md"]);
 * ```
 */
export function rootFiles(branch: BranchDescription): readonly TreeFile[] {
  return [
    { path: ".gitattributes", text: ATTRIBUTES },
    { path: "README.md", text: readme(branch) },
  ];
}

/**
 * Forges fold what is generated, and manifests are there to be reviewed: only
 * the records are marked.
 */
const ATTRIBUTES = `* -text
unit.json linguist-generated
hydrator.metadata linguist-generated
`;

function readme({ environment, repoURL }: BranchDescription): string {
  const source = repoURL === undefined ? "" : ` of ${plain(repoURL)}`;
  return `# Rendered: environment ${environment}

k0render made this branch from the k0rdent definitions${source}, and Flux
applies it. \`hydrator.metadata\` names the commit that it was made from.

Do not change it by hand. Change the definitions: k0render finds changes to its
own files, reports them and writes the files again. Files of yours stay.

| path | what |
| --- | --- |
| \`flux/\` | the entry point for Flux |
| \`layers/\` | what clusters share, in the order in which it is applied |
| \`clusters/<namespace>/<name>/\` | what is applied for one cluster |
| \`regions/<name>/\` | what the clusters of a Region share there |
| \`review/\` | what is there to be read and is never applied |

A directory under \`clusters/\` whose \`kustomization.yaml\` has no resources is of
a cluster that is no longer defined. It stays so that Flux removes the cluster;
delete the directory once the cluster is gone.
`;
}

/** Text that Markdown and HTML have no meaning for. */
function plain(text: string): string {
  return text.replace(/[^\w:/.@~+-]/g, "");
}
