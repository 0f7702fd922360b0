/**
 * The finding rules of all rooms.
 *
 * @module
 */

import { GIT_RULES } from "../../src/git/rules.ts";
import { K0RDENT_RULES } from "../../src/k0rdent/rules.ts";
import type { FindingRule } from "../../src/model/mod.ts";
import { RENDER_RULES } from "../../src/render/rules.ts";
import { SOURCE_RULES } from "../../src/source/rules.ts";
import { TEMPLATE_RULES } from "../../src/templates/rules.ts";
import { TREE_RULES } from "../../src/tree/rules.ts";
import { VALIDATE_RULES } from "../../src/validate/rules.ts";
import { YAML_RULES } from "../../src/yaml/rules.ts";

/** The rules of one room. */
export interface RoomRules {
  readonly room: string;
  /** What the room looks at. */
  readonly about: string;
  readonly rules: readonly FindingRule[];
}

/** The rules of all rooms, in the order in which a definition passes them. */
export const ALL_RULES: readonly RoomRules[] = [
  {
    room: "git",
    about: "Files of the dry source, before they are read.",
    rules: Object.values(GIT_RULES),
  },
  {
    room: "yaml",
    about: "Files as YAML.",
    rules: Object.values(YAML_RULES),
  },
  {
    room: "source",
    about: "Documents, before their kinds are understood.",
    rules: Object.values(SOURCE_RULES),
  },
  {
    room: "k0rdent",
    about: "Objects, each on its own.",
    rules: Object.values(K0RDENT_RULES),
  },
  {
    room: "templates",
    about: "Template packages and shapes of the dry source.",
    rules: Object.values(TEMPLATE_RULES),
  },
  {
    room: "validate",
    about: "Objects in their surroundings.",
    rules: Object.values(VALIDATE_RULES),
  },
  {
    room: "render",
    about: "What objects are expanded to.",
    rules: Object.values(RENDER_RULES),
  },
  {
    room: "tree",
    about: "The rendered tree and the branch that it goes to.",
    rules: Object.values(TREE_RULES),
  },
];
