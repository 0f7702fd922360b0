/** How much is read of a list before the rest is left: a hundred to a page. */
export const MAX_PULL_REQUEST_PAGES = 10;

/** Ours is among the first comments, unless a bot was switched on late. */
export const MAX_COMMENT_PAGES = 50;

/** Most forges give no more. */
export const PAGE_SIZE = 100;

/** The room that a marker takes in a comment, at most. */
export const MARKER_CHARACTERS = 200;
