/**
 * What can be wrong with objects in their surroundings.
 *
 * @module
 */

import { ACCESS_RULES } from "./rules/access_rules.ts";
import { CLUSTER_RULES } from "./rules/cluster_rules.ts";
import { OBJECT_RULES } from "./rules/object_rules.ts";
import { PLATFORM_RULES } from "./rules/platform_rules.ts";
import { REFERENCE_RULES } from "./rules/reference_rules.ts";
import { SECRET_RULES } from "./rules/secret_rules.ts";
import { SERVICE_RULES } from "./rules/service_rules.ts";
import { TEMPLATE_RULES } from "./rules/template_rules.ts";

/** The finding rules of this room. */
export const VALIDATE_RULES = {
  ...REFERENCE_RULES,
  ...CLUSTER_RULES,
  ...SERVICE_RULES,
  ...TEMPLATE_RULES,
  ...PLATFORM_RULES,
  ...ACCESS_RULES,
  ...SECRET_RULES,
  ...OBJECT_RULES,
};
