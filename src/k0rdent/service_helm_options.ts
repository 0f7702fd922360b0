/**
 * How Helm is to install, upgrade and remove a service.
 *
 * @module
 */

import { z } from "zod";
import { goDuration, stringMap } from "./fields.ts";

const flag = z.boolean().exactOptional();

const installOptions = z.strictObject({
  createNamespace: z.boolean().default(true),
  replace: z.boolean().default(true),
  disableHooks: z.boolean().default(false),
  takeOwnership: z.boolean().default(false),
});

const upgradeOptions = z.strictObject({
  force: z.boolean().default(false),
  resetValues: z.boolean().default(false),
  reuseValues: z.boolean().default(false),
  resetThenReuseValues: z.boolean().default(false),
  recreate: z.boolean().default(false),
  cleanupOnFail: z.boolean().default(false),
  subNotes: z.boolean().default(false),
  upgradeCRDs: z.boolean().default(false),
  disableHooks: z.boolean().default(false),
  takeOwnership: z.boolean().default(false),
  maxHistory: z.int().default(2),
});

const uninstallOptions = z.strictObject({
  keepHistory: flag,
  deletionPropagation: z.enum(["orphan", "foreground", "background"])
    .exactOptional(),
  disableHooks: z.boolean().default(false),
});

/** The Helm options of a service or of a ServiceTemplate. */
export const serviceHelmOptions = z.strictObject({
  enableClientCache: flag,
  dependencyUpdate: flag,
  wait: flag,
  waitForJobs: flag,
  createNamespace: flag,
  skipCRDs: flag,
  atomic: flag,
  disableHooks: flag,
  disableOpenAPIValidation: flag,
  timeout: goDuration.exactOptional(),
  skipSchemaValidation: flag,
  replace: flag,
  labels: stringMap.exactOptional(),
  description: z.string().exactOptional(),
  installOptions: installOptions.exactOptional(),
  upgradeOptions: upgradeOptions.exactOptional(),
  uninstallOptions: uninstallOptions.exactOptional(),
});

/** The Helm options of a service; defaults filled in where a map is given. */
export type ServiceHelmOptions = z.infer<typeof serviceHelmOptions>;
