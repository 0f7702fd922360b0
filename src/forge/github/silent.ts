/** A log for Octokit: problems are values here, and not for it to print. */
export const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
