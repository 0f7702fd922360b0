/**
 * Checks on what a change does to objects that are there already: what KCM's
 * webhooks and CRDs refuse of it, and what KCM does other than one may think.
 *
 * @module
 */

export { TRANSITION_RULES } from "./rules.ts";
export {
  type TransitionOptions,
  validateTransition,
} from "./validate_transition.ts";
