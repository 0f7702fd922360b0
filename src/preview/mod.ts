/**
 * What people are shown of a proposed change: a comment on the pull request, a
 * commit status, and a page with everything.
 *
 * Text from the repository is data in all of them: it is escaped for where it
 * stands, and what cannot be seen is written as an escape. Comparisons come
 * without secrets.
 *
 * @module
 */

export { type CommentOptions, renderComment } from "./comment/comment.ts";
export { type DialectName, hiddenMarker } from "./comment/dialect.ts";
export * from "./preview.ts";
export { type BuiltInFiles } from "./report/page.ts";
export { type PreviewEntry, renderIndex } from "./report/index_page.ts";
export { renderReport } from "./report/report.ts";
export { printable } from "./words/printable.ts";
export { PENDING_STATUS, type PreviewStatus, previewStatus } from "./status.ts";
