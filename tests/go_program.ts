/**
 * A Go program of our own that answers questions, one JSON line each.
 *
 * @module
 */

import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** The program, running. */
export class GoProgram<Question, Answer> implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;
  readonly #questions: WritableStreamDefaultWriter<Uint8Array>;
  readonly #answers: AsyncIterator<string>;

  private constructor(process: Deno.ChildProcess, folder: string) {
    this.#process = process;
    this.#folder = folder;
    this.#questions = process.stdin.getWriter();
    const input = Readable.from(process.stdout);
    this.#answers = createInterface({ input })[Symbol.asyncIterator]();
  }

  /** Builds the program in a folder below `tests/go` and starts it. */
  static async start<Question, Answer>(
    name: string,
  ): Promise<GoProgram<Question, Answer>> {
    const folder = await Deno.makeTempDir();
    const program = `${folder}/program`;
    const build = await new Deno.Command("go", {
      args: ["build", "-o", program, "."],
      cwd: new URL(`go/${name}/`, import.meta.url),
    }).output();
    if (!build.success) {
      const reason = new TextDecoder().decode(build.stderr);
      throw new Error(`Cannot build the Go program: ${reason}`);
    }
    const process = new Deno.Command(program, {
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    return new GoProgram(process, folder);
  }

  /** Asks many things at once; the answers come in the same order. */
  async ask(questions: readonly Question[]): Promise<Answer[]> {
    const lines = questions.map((question) => `${JSON.stringify(question)}\n`);
    const written = this.#questions.write(
      new TextEncoder().encode(lines.join("")),
    );
    const answers: Answer[] = [];
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
