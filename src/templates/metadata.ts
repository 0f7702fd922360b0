/**
 * What a package says about itself, in its `package.yaml`.
 *
 * @module
 */

import { z } from "zod";

/** What a package says about itself. */
export interface PackageMetadata {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The CAPI providers that must be installed, as `infrastructure-aws`. */
  readonly providers: readonly string[];
  /** The contract version that each provider must serve. */
  readonly providerContracts: Readonly<Record<string, string>>;
}

/** The schema of `package.yaml`. */
export const packageMetadataSchema: z.ZodType<PackageMetadata> = z.strictObject(
  {
    name: z.string().min(1),
    version: z.string().min(1),
    description: z.string().default(""),
    providers: z.array(z.string()).default([]),
    providerContracts: z.record(z.string(), z.string()).default({}),
  },
);
