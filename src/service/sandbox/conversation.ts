/**
 * The service's side of what it and the sandbox say to each other.
 *
 * @module
 */

import type { LockedChart } from "../../templates/helm/lock/mod.ts";
import type { PreviousTree } from "../../tree/mod.ts";
import type { SandboxLimits } from "./limits.ts";
import {
  type FromSandbox,
  fromSandboxSchema,
  type SandboxWork,
  type ToldChart,
  type ToSandbox,
} from "./messages.ts";
import { type SandboxEnd, SandboxProcess } from "./process.ts";

const MAIN = new URL("./main.ts", import.meta.url);

/** What the sandbox may ask for. */
export interface SandboxHost {
  /** The head of a rendered branch, empty where there is none. */
  previous(branch: string): Promise<PreviousTree>;
  /** Files of the head of a rendered branch, path → text. */
  texts(
    branch: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  /** A locked chart. */
  chart(chart: LockedChart): Promise<ToldChart>;
}

/** Thrown within this room, where a process came to an end, and caught there. */
export class Ended extends Error {
  override readonly name = "Ended";
  readonly end: SandboxEnd;
  /** What it was at. */
  readonly at: SandboxWork;

  /**
   * @param end How it ended.
   * @param at What it was at.
   */
  constructor(end: SandboxEnd, at: SandboxWork) {
    super(`Cannot go on: the sandbox has ended (${JSON.stringify(end)})`);
    this.end = end;
    this.at = at;
  }
}

/** What the sandbox says without being asked for. */
export type Said = Exclude<
  FromSandbox,
  { kind: "at" | "previous" | "texts" | "chart" }
>;

/** A conversation with one process. */
export class Conversation implements AsyncDisposable {
  /** The clusters that templates were run for to the end, in order. */
  readonly done: SandboxWork[] = [];
  readonly #process: SandboxProcess;
  readonly #limits: SandboxLimits;
  #host: SandboxHost;
  #at: SandboxWork = { kind: "at", work: "reading" };
  #deadline: number;

  /**
   * Starts a process.
   *
   * @param host Who answers what it asks for.
   * @param limits How much it may take.
   */
  constructor(host: SandboxHost, limits: SandboxLimits) {
    this.#host = host;
    this.#limits = limits;
    this.#process = new SandboxProcess(MAIN, limits);
    this.#deadline = performance.now() + limits.totalMs;
  }

  /**
   * Lets somebody else answer from here on, until another moment.
   *
   * @param host Who answers.
   * @param deadline The latest moment, as `performance.now` counts.
   */
  turnTo(host: SandboxHost, deadline: number): void {
    this.#host = host;
    this.#deadline = deadline;
  }

  /**
   * Says something to the sandbox.
   *
   * @param message What.
   */
  async say(message: ToSandbox): Promise<void> {
    await this.#process.send(message);
  }

  /**
   * Waits for the sandbox to say something that is no question.
   *
   * @returns What it says.
   * @throws {Ended} If it ends instead.
   */
  async hear(): Promise<Said> {
    for (;;) {
      const said = await this.#next();
      if (said.kind === "at") this.#move(said);
      else if (said.kind === "previous") {
        await this.#previous(said.branch);
      } else if (said.kind === "texts") {
        const texts = await this.#host.texts(said.branch, said.paths);
        await this.say({ kind: "texts", texts: [...texts] });
      } else if (said.kind === "chart") {
        const chart = await this.#host.chart(said.chart);
        await this.say({ kind: "chart", chart });
      } else return said;
    }
  }

  /**
   * Gives up on the sandbox for what it said.
   *
   * @returns What to throw.
   */
  refuse(): Ended {
    return new Ended({ kind: "garbled" }, this.#at);
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process[Symbol.asyncDispose]();
  }

  async #next(): Promise<FromSandbox> {
    const { unitMs, stageMs } = this.#limits;
    const step = typeof this.#at.work === "string" ? stageMs : unitMs;
    const left = this.#deadline - performance.now();
    const received = await this.#process.receive(
      Math.max(0, Math.min(step, left)),
    );
    if (received.kind === "ended") throw new Ended(received.end, this.#at);
    const { success, data } = fromSandboxSchema.safeParse(received.message);
    if (success) return data;
    throw this.refuse();
  }

  async #previous(branch: string): Promise<void> {
    const { entries, records } = await this.#host.previous(branch);
    await this.say({
      kind: "previous",
      previous: {
        entries: entries.map(({ path, mode, oid }) => [path, mode, oid]),
        records: [...records],
      },
    });
  }

  #move(at: SandboxWork): void {
    if (typeof this.#at.work !== "string") this.done.push(this.#at);
    this.#at = at;
  }
}
