/**
 * The rules that say what a change does.
 *
 * @module
 */

/** What each rule says, in a sentence. */
export const EFFECT_RULES = {
  "effects/cluster-created": "A cluster is new.",
  "effects/cluster-deleted":
    "A cluster is no longer defined, so it is deleted with all that runs on it.",
  "effects/cluster-kept":
    "A cluster is no longer defined, and stays: Flux is told not to prune it.",
  "effects/cluster-renamed":
    "A cluster has another name: the old one is deleted, the new one is empty.",
  "effects/level-changed":
    "Other objects stand for the cluster at another apply level, and Flux prunes those of the old one.",
  "effects/release-reinstalled":
    "A Helm release gets another chart or another target, so Flux uninstalls and reinstalls it.",
  "effects/not-expanded":
    "A cluster is not expanded on both sides of the change, so nobody knows what Helm makes of it.",
  "effects/infrastructure-replaced":
    "A cluster refers to another infrastructure or control plane object.",
  "effects/immutable-field":
    "A field may not change while the object keeps its name.",
  "effects/skipped-minor":
    "A version leaves out a minor version of Kubernetes, which goes one by one.",
  "effects/refused-downgrade": "A version is lower than before.",
  "effects/control-plane-version": "A control plane gets another version.",
  "effects/control-plane-machines":
    "A control plane is to run on other machines.",
  "effects/control-plane-config":
    "The configuration of a control plane's machines changes.",
  "effects/worker-version": "Workers get another version.",
  "effects/worker-machines": "Workers are to run on other machines.",
  "effects/worker-config": "Workers are to be bootstrapped another way.",
  "effects/pool-removed": "A pool of machines is no longer defined.",
  "effects/bootstrap-template":
    "A bootstrap template changes: machines read it when they are made.",
  "effects/scaled": "A number of machines changes.",
  "effects/member-joins": "A MultiClusterService reaches one cluster more.",
  "effects/member-leaves": "A MultiClusterService reaches one cluster less.",
  "effects/selector-changed":
    "A MultiClusterService selects other clusters, and those that leave keep their services.",
  "effects/service-installed": "A service is new in a cluster.",
  "effects/service-upgraded": "A service gets another version or chart.",
  "effects/service-uninstalled": "A service is withdrawn from a cluster.",
  "effects/service-left": "A service is no longer managed, and stays.",
  "effects/service-reinstalled":
    "A service gets a chart of another name, so Flux uninstalls and reinstalls it.",
  "effects/service-changed": "A service is configured another way.",
  "effects/service-handed-over":
    "A service is delivered another way: one controller uninstalls it, the other installs it.",
  "effects/setting-changed":
    "A setting changes by which everything is rendered.",
  "effects/reconciliation":
    "A controller goes about an object another way from now on.",
  "effects/object-deleted": "Flux deletes an object that others live from.",
  "effects/object-removed": "Flux deletes an object.",
  "effects/object-kept":
    "An object leaves the branch, and stays: Flux is told not to prune it.",
  "effects/object-added": "An object is new.",
  "effects/object-changed": "An object is changed where it is.",
  "effects/metadata-only": "Only labels or annotations change.",
  "effects/quiet-field":
    "A field changes that nothing running takes notice of.",
  "effects/review-only": "An object changes that is there for review only.",
} as const;

/** The name of a rule. */
export type EffectRule = keyof typeof EFFECT_RULES;
