/**
 * Checks on definitions in their surroundings: references, names, selectors,
 * dependencies, secrets.
 *
 * Each check is a pure function over the inventory, the configuration and the
 * templates in force. What is wrong with an object on its own is found when
 * the inventory is taken.
 *
 * @module
 */

export { withCopies } from "./copied_objects.ts";
export type { Check, ValidateInput } from "./input.ts";
export { VALIDATE_RULES } from "./rules.ts";
export { strictly } from "./strict.ts";
export {
  TRANSITION_RULES,
  type TransitionOptions,
  validateTransition,
} from "./transitions/mod.ts";
export { validate } from "./validate.ts";
