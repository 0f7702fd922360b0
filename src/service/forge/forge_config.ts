/**
 * The forge, as the operator configures it.
 *
 * @module
 */

import { z } from "zod";
import { isBranchPattern } from "../../forge/mod.ts";
import { secretSourceSchema } from "./secret_source.ts";

const webAddress = z.url({ protocol: /^https?$/ });

/** What all forges have. */
const FORGE = {
  url: webAddress.exactOptional().describe(
    "The forge's web address; left out for the public service.",
  ),
  apiUrl: webAddress.exactOptional().describe(
    "The root of its API, where it does not follow from the web address.",
  ),
  repository: z.string().min(1).describe(
    "The repository: owner/name, group/subgroup/name, PROJECT/name, or organization/project/name for Azure DevOps.",
  ),
  caFile: z.string().exactOptional().describe(
    "The CA certificates to trust instead of the system's, as a PEM file.",
  ),
  webhook: z.strictObject({
    secret: secretSourceSchema.describe(
      "The secret that webhooks are signed with.",
    ),
  }).exactOptional().describe(
    "Webhooks; left out, none is let in, and the forge is asked at intervals.",
  ),
  forks: z.string().regex(
    /^(?:off|on|label:.+)$/,
    "must be off, on or label:<name>",
  ).default("off").describe(
    "Whether pull requests from forks are rendered: off, on, or label:<name> for those that somebody gave the label.",
  ),
};

const github = z.strictObject({
  kind: z.literal("github"),
  ...FORGE,
  token: secretSourceSchema.exactOptional().describe("A token."),
  app: z.strictObject({
    id: z.string().min(1).describe("The App's id or client id."),
    installation: z.int().positive().describe("The installation's id."),
    privateKey: secretSourceSchema.describe("The App's private key, in PEM."),
  }).exactOptional().describe("A GitHub App, in place of a token."),
}).refine(
  ({ token, app }) => (token === undefined) !== (app === undefined),
  "needs either token or app",
);

const withToken = z.strictObject({
  kind: z.enum([
    "gitlab",
    "gitea",
    "bitbucket-cloud",
    "bitbucket-data-center",
    "azure-devops",
  ]).describe("The forge; Forgejo is gitea."),
  ...FORGE,
  token: secretSourceSchema.describe("A token."),
  username: z.string().min(1).exactOptional().describe(
    "The account that the token is a password of, as with API tokens of Bitbucket Cloud.",
  ),
});

const git = z.strictObject({
  kind: z.literal("git"),
  branches: z.array(
    z.string().refine(isBranchPattern, "must be a branch such as change/*"),
  ).min(1).describe("The branches that stand for pull requests."),
});

/** The section `forge` of the service configuration. */
export const forgeConfigSchema = z.discriminatedUnion("kind", [
  github,
  withToken,
  git,
]);

/** The section `forge` of the service configuration, as it is written. */
export type ForgeConfig = z.output<typeof forgeConfigSchema>;
