/**
 * Helm's own engine as a judge of functions: a program of our own, asked in
 * JSON lines.
 *
 * @module
 */

import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** What Helm made of a template. */
export interface HelmAnswer {
  /** The bytes that it wrote, in base64; null where there are none. */
  readonly text: string | null;
  /** The names of all functions, where no template was given. */
  readonly names?: readonly string[];
  readonly error?: string;
}

/** Values as JSON holds them. */
export type JsonMap = { readonly [key: string]: unknown };

const PROGRAM = new URL("go/functions/", import.meta.url);

/** The program, running. */
export class GoFunctions implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;
  readonly #questions: WritableStreamDefaultWriter<Uint8Array>;
  readonly #answers: AsyncIterator<string>;

  private constructor(process: Deno.ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
    this.#questions = process.stdin.getWriter();
    const input = Readable.fromWeb(process.stdout);
    this.#answers = createInterface({ input })[Symbol.asyncIterator]();
  }

  /** Builds the program and starts it, with UTC for its time zone. */
  static async start(): Promise<GoFunctions> {
    const folder = await Deno.makeTempDir();
    const program = `${folder}/functions`;
    const build = await new Deno.Command("go", {
      args: ["build", "-o", program, "."],
      cwd: PROGRAM,
    }).output();
    if (!build.success) {
      const reason = new TextDecoder().decode(build.stderr);
      throw new Error(`Cannot build the Go program: ${reason}`);
    }
    const process = new Deno.Command(program, {
      stdin: "piped",
      stdout: "piped",
      env: { TZ: "UTC" },
    }).spawn();
    return new GoFunctions(process, folder);
  }

  /** The names of all functions of Helm. */
  async names(): Promise<readonly string[]> {
    const [answer] = await this.#send([{ template: "", values: {} }]);
    return answer?.names ?? [];
  }

  /** Renders templates over the same values; the answers are in their order. */
  ask(templates: readonly string[], values: JsonMap): Promise<HelmAnswer[]> {
    return this.#send(templates.map((template) => ({ template, values })));
  }

  async #send(questions: readonly JsonMap[]): Promise<HelmAnswer[]> {
    const lines = questions.map((question) => `${JSON.stringify(question)}\n`);
    const written = this.#questions.write(
      new TextEncoder().encode(lines.join("")),
    );
    const answers: HelmAnswer[] = [];
    for (const _ of questions) {
      const { value } = await this.#answers.next();
      answers.push(JSON.parse(value));
    }
    await written;
    return answers;
  }

  /** Stops the program and removes it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#questions.close();
    await this.#process.status;
    await Deno.remove(this.#folder, { recursive: true });
  }
}
