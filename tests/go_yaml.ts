/**
 * Go's YAML packages as a judge: a program of our own, asked in JSON lines.
 *
 * @module
 */

import { createInterface } from "node:readline";
import { Readable } from "node:stream";

/** What to do with a text; tests/go/yaml/main.go says what each means. */
export interface GoQuestion {
  readonly do: "read" | "write" | "v2" | "v3";
  readonly text: string;
}

/** What Go made of it, or why it refused. */
export interface GoAnswer {
  readonly text: string;
  readonly error?: string;
}

const PROGRAM = new URL("go/yaml/", import.meta.url);

/** The program, running. */
export class GoYaml implements AsyncDisposable {
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

  /** Builds the program and starts it. */
  static async start(): Promise<GoYaml> {
    const folder = await Deno.makeTempDir();
    const program = `${folder}/yaml`;
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
    }).spawn();
    return new GoYaml(process, folder);
  }

  /** Asks many things at once; the answers come in the same order. */
  async ask(questions: readonly GoQuestion[]): Promise<GoAnswer[]> {
    const lines = questions.map((question) => `${JSON.stringify(question)}\n`);
    const written = this.#questions.write(
      new TextEncoder().encode(lines.join("")),
    );
    const answers: GoAnswer[] = [];
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
