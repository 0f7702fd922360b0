/**
 * Forges: pull requests and webhooks in, comments and commit statuses out.
 *
 * @module
 */

export * from "./forge.ts";
export * from "./outcome.ts";
export * from "./pull_request.ts";
export * from "./webhook/webhook.ts";
export * from "./open_forge.ts";
export * from "./settings.ts";
export { receiveWebhook } from "./webhook/receive_webhook.ts";
export { MAX_WEBHOOK_BYTES, readWebhook } from "./webhook/read_webhook.ts";
export { isBranchPattern } from "./git/branch_pattern.ts";
export { type GitSettings, openGit } from "./git/git.ts";
