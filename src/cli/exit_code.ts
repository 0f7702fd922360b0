/** What a command's exit code says, as product documentation promises. */
export const EXIT = {
  fine: 0,
  /** Errors were found, or the work could not be done. */
  errors: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A guard tripped. */
  guard: 10,
} as const;

/** One of the exit codes. */
export type ExitCode = typeof EXIT[keyof typeof EXIT];
