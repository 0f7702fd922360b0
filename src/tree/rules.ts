/**
 * What can be wrong with a rendered tree.
 *
 * @module
 */

import { defineRules } from "../model/mod.ts";

/** The finding rules of the tree room. */
export const TREE_RULES = defineRules({
  "tree/path-collision": {
    severity: "error",
    summary: "Two objects of a unit have one identity, so one path.",
    remedy:
      "Remove one of the two, or give it a name or a namespace of its own.",
  },
  "tree/changed-by-hand": {
    severity: "warning",
    summary:
      "A file that k0render wrote was changed or removed on the rendered branch.",
    remedy:
      "Change the definition instead: k0render writes the file again from it.",
  },
  "tree/foreign-file-replaced": {
    severity: "warning",
    summary:
      "A file that k0render did not write stood where one of its own belongs.",
    remedy:
      "Put the file elsewhere: its former content is in the branch's history.",
  },
  "tree/foreign-entry-dropped": {
    severity: "warning",
    summary:
      "An entry that k0render did not write cannot stand in the rendered tree.",
    remedy:
      "Put ordinary files on the rendered branch only, under names that are no others in upper and lower case.",
  },
  "tree/unreadable-record": {
    severity: "warning",
    summary: "A unit.json on the rendered branch is none that k0render wrote.",
    remedy:
      "Leave unit.json as it is. Files of the unit that are no longer wanted must now be removed by hand.",
  },
  "tree/unreadable-shards": {
    severity: "error",
    summary:
      "The mapping from clusters to shards on the rendered branch cannot be read.",
    remedy:
      "Restore flux/shards.json from the branch's history: a cluster that changes its shard may be deleted.",
  },
  "tree/emptied-source": {
    severity: "error",
    summary:
      "The dry source has no definitions, but the rendered branch has objects.",
    remedy:
      "Check the branch and the paths of the environment. To give up the environment, delete its rendered branch.",
  },
  "tree/retired-cluster": {
    severity: "warning",
    summary:
      "A cluster is no longer defined, so Flux deletes it with all that runs on it.",
    remedy:
      "Bring the definition back if this is not meant: look at the paths and namespaces of the environment too.",
  },
  "tree/changed-region": {
    severity: "error",
    summary:
      "A cluster moved to another Region, where Flux would make it anew.",
    remedy:
      "Keep the Region. To move a cluster, make a new one there under another name, and remove this one once it is empty.",
  },
  "tree/changed-level": {
    severity: "error",
    summary:
      "The apply level changed on a branch with clusters, which Flux would delete.",
    remedy:
      "Keep the level (where flux/unit.json is missing, restore it from the branch's history), or render to a new branch and move Flux to it as docs/guides/from-kcm.md says.",
  },
});
