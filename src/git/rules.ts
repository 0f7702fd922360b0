/**
 * What can be wrong with the files of a dry source before anyone reads them.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The findings that reading a Git tree or a directory can bring. */
export const GIT_RULES = defineRules({
  "git/symlink": {
    severity: "error",
    summary: "A file of the dry source is a symbolic link.",
    remedy: "Replace the link with the file it points to.",
  },
  "git/submodule": {
    severity: "error",
    summary: "A directory of the dry source is a Git submodule.",
    remedy: "Copy the submodule's files into the dry source, or remove it.",
  },
  "git/lfs-pointer": {
    severity: "error",
    summary: "A file of the dry source is stored with Git LFS.",
    remedy: "Store the file in Git itself: take it out of .gitattributes.",
  },
  "git/too-large": {
    severity: "error",
    summary: "A file of the dry source is larger than k0render reads.",
    remedy: "Split the file, or move it out of the dry source.",
  },
  "git/not-utf8": {
    severity: "error",
    summary: "A file of the dry source is not UTF-8 text.",
    remedy: "Save the file as UTF-8.",
  },
  "git/too-many-files": {
    severity: "error",
    summary: "The dry source has more files than k0render reads.",
    remedy: "Keep the definitions in a directory or repository of their own.",
  },
  "git/too-much-text": {
    severity: "error",
    summary:
      "The files of the dry source are larger together than k0render reads.",
    remedy: "Keep the definitions in a directory or repository of their own.",
  },
  "git/path": {
    severity: "error",
    summary: "A path of the dry source is not valid UTF-8.",
    remedy: "Rename the file.",
  },
});
