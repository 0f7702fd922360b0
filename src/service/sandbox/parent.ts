/**
 * The service, as the sandbox sees it.
 *
 * @module
 */

import type { PreviousTree } from "../../tree/mod.ts";
import { LineReader } from "./line_reader.ts";
import type { FromSandbox, ToSandbox } from "./messages.ts";
import { writeMessage } from "./wire.ts";

const BUFFER_BYTES = 1 << 16;
const encoder = new TextEncoder();

/** Listens and speaks to the service. */
export class Parent {
  readonly #lines = new LineReader(Deno.stdin.readable, Infinity);
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  #used = 0;

  /**
   * Waits for what the service says next.
   *
   * @param kind What it has to be.
   * @returns What it says; `undefined` where it says no more.
   * @throws {Error} If it says something else.
   */
  async hear<Kind extends ToSandbox["kind"]>(
    kind: Kind,
  ): Promise<Extract<ToSandbox, { kind: Kind }> | undefined> {
    this.#flush();
    const read = await this.#lines.next();
    if (read.kind !== "line") return undefined;
    const message: ToSandbox = JSON.parse(read.line);
    if (message.kind === kind) {
      return message as Extract<ToSandbox, { kind: Kind }>;
    }
    throw new Error(`Cannot answer "${message.kind}": "${kind}" was expected`);
  }

  /**
   * Says something, at the latest before it waits or work begins.
   *
   * @param message What to say.
   */
  say(message: FromSandbox): void {
    const line = encoder.encode(`${writeMessage(message)}\n`);
    if (this.#used + line.length > BUFFER_BYTES) this.#flush();
    if (line.length > BUFFER_BYTES) write(line);
    else {
      this.#buffer.set(line, this.#used);
      this.#used += line.length;
    }
    if (message.kind === "at" || message.kind === "done") this.#flush();
  }

  /**
   * Asks for the head of a rendered branch.
   *
   * @param branch The branch.
   * @returns What it holds.
   */
  async previous(branch: string): Promise<PreviousTree> {
    this.say({ kind: "previous", branch });
    const { previous } = await this.#answer("previous");
    return {
      entries: previous.entries.map(([path, mode, oid]) => ({
        path,
        mode,
        oid,
      })),
      records: new Map(previous.records),
    };
  }

  /**
   * Asks for files of the head of a rendered branch.
   *
   * @param branch The branch.
   * @param paths Their paths.
   * @returns Their texts by path.
   */
  async texts(
    branch: string,
    paths: readonly string[],
  ): Promise<Map<string, string>> {
    this.say({ kind: "texts", branch, paths: [...paths] });
    return new Map((await this.#answer("texts")).texts);
  }

  /**
   * Asks for a locked chart.
   *
   * @param chart What is locked.
   * @returns The chart, or why it cannot be had.
   */
  async chart(chart: Extract<FromSandbox, { kind: "chart" }>["chart"]) {
    this.say({ kind: "chart", chart });
    return (await this.#answer("chart")).chart;
  }

  async #answer<Kind extends ToSandbox["kind"]>(kind: Kind) {
    const answer = await this.hear(kind);
    if (answer !== undefined) return answer;
    throw new Error(`Cannot go on: nobody answers with "${kind}"`);
  }

  #flush(): void {
    write(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    at += Deno.stdout.writeSync(bytes.subarray(at));
  }
}
