/**
 * The mark of objects that KCM makes for itself.
 *
 * @module
 */

/** The labels of objects that KCM makes; its own Flux looks at no others. */
export const MANAGED_LABELS = { "k0rdent.mirantis.com/managed": "true" };
