/**
 * What differs between two sets of Kubernetes objects, as data: objects by
 * their identity, items of lists by their merge keys, texts by what they hold.
 *
 * {@linkcode applyChanges} is the proof that {@linkcode diffObjects} tells all:
 * the changes, applied to the one set, give the other.
 *
 * @module
 */

export * from "./apply_changes.ts";
export * from "./apply_fields.ts";
export * from "./diff_objects.ts";
export * from "./diff_values.ts";
export * from "./merge_keys.ts";
export * from "./same_value.ts";
export { readText } from "./text_data.ts";
