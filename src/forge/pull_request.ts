/** A branch, and the commit it stands at. */
export interface PullRequestSide {
  /** The branch's name, without `refs/heads/`. */
  readonly branch: string;
  /** The commit, in full; left out where the forge does not say. */
  readonly sha?: string | undefined;
  /**
   * The repository to clone, where it is another one and the forge keeps no
   * ref for it in the watched one: Bitbucket Cloud.
   */
  readonly repository?: string | undefined;
}

/** A proposed change of the dry source, as the forge tells it. */
export interface PullRequest {
  /** Its number; for plain Git the name of its branch. */
  readonly id: string;
  /** As its author wrote it: untrusted text. */
  readonly title: string;
  /** Its page. */
  readonly url: string;
  readonly base: PullRequestSide;
  readonly head: PullRequestSide;
  /** Whether it comes from another repository, or from one that is gone. */
  readonly fork: boolean;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** The account that opened it; empty where the forge does not say. */
  readonly author: string;
  /**
   * What the author is to the repository, as GitHub says it (`OWNER`,
   * `MEMBER`, `FIRST_TIME_CONTRIBUTOR`, ...); no other forge does.
   */
  readonly association?: string | undefined;
}

/** Where the commits of a pull request can be fetched from. */
export interface HeadRef {
  /** The full name of the ref. */
  readonly ref: string;
  /**
   * Whether the ref is the proposed commit itself, or a merge of it into the
   * base, whose second parent is the proposed commit.
   */
  readonly points: "at-head" | "at-merge";
  /** The repository that has the ref, where it is not the watched one. */
  readonly repository?: string | undefined;
}
