/**
 * The sandbox: what runs in the process that may do nothing but compute.
 *
 * Everything that it is made of is loaded from here, statically, before
 * anything of a change is read; a test holds that no room is among it that
 * reaches the outside.
 *
 * @module
 */

import { Parent } from "./parent.ts";
import { renderState, type SandboxState } from "./render_state.ts";
import { hearTree } from "./told_tree.ts";
import { tellState } from "./tell_state.ts";

const parent = new Parent();
const begin = await parent.hear("begin");
if (begin !== undefined) {
  const { overrides } = begin;
  const settings = { parent, builtIn: new Map(begin.builtIn), overrides };
  let before: SandboxState | undefined;
  if (begin.before !== undefined) {
    before = await renderState(hearTree(begin.before), settings);
  }
  parent.say({ kind: "ready" });
  const told = await parent.hear("change");
  if (told !== undefined) {
    const { refusals, provenance } = told;
    const tree = hearTree(told.change, before?.tree);
    const after = await renderState(tree, {
      ...settings,
      ...(before === undefined ? {} : { before }),
      ...(provenance === undefined ? {} : { provenance }),
      refusals,
      isTold: true,
    });
    await tellState(parent, after, before);
  }
}
