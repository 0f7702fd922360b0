/**
 * How much a sandboxed process may take.
 *
 * @module
 */

/** How much one sandboxed process may take. */
export interface ProcessLimits {
  /** The most memory of its own objects. */
  readonly heapMiB: number;
  /** The most memory of all kinds, where the system tells (Linux does). */
  readonly residentMiB: number;
  /** The most that it may say. */
  readonly outputBytes: number;
}

/** How much the render of one change may take. */
export interface SandboxLimits extends ProcessLimits {
  /** The longest time for one unit. */
  readonly unitMs: number;
  /** The longest time for a step that is about all of the source. */
  readonly stageMs: number;
  /** The longest time for everything, with all processes that it took. */
  readonly totalMs: number;
  /** How many processes may take over from one that had to be ended. */
  readonly restarts: number;
}

/**
 * What a change may take where nothing else is said: a fleet of 10,000
 * clusters, rendered from nothing, takes a tenth of the time and half of the
 * memory.
 */
export const DEFAULT_SANDBOX_LIMITS: SandboxLimits = {
  heapMiB: 1536,
  residentMiB: 2560,
  outputBytes: 512 * 1024 * 1024,
  unitMs: 10_000,
  stageMs: 60_000,
  totalMs: 300_000,
  restarts: 5,
};
