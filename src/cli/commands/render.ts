import { Command, Option } from "commander";
import { EXIT } from "../exit_code.ts";
import type { Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";
import { renderToBranches } from "../render_to_branches.ts";
import { renderToDirectory } from "../render_to_directory.ts";

/** The options of `k0render render`. */
export interface RenderOptions extends SourceOptions {
  readonly out?: string;
  readonly commit?: boolean;
  readonly signingKey?: string;
  readonly format: "text" | "json";
  readonly stats?: boolean;
}

/**
 * `k0render render`: to a directory, or to the rendered branches.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function renderCommand(session: Session): Command {
  return withSourceOptions(new Command("render"))
    .description("render to a directory, or to the rendered branches")
    .addOption(
      new Option("--out <directory>", "render to a directory")
        .conflicts("commit"),
    )
    .option("--commit", "render to the branches, and push them")
    .option("--signing-key <file>", "sign commits with this OpenSSH key")
    .addOption(
      new Option("--format <format>", "how to say what came of it")
        .choices(["text", "json"]).default("text"),
    )
    .option("--stats", "print durations and counts as JSON on stderr")
    .action(async (options: RenderOptions) => {
      if (options.commit) await renderToBranches(session, options);
      else if (options.out !== undefined) {
        await renderToDirectory(session, { ...options, out: options.out });
      } else {
        session.terminal.err(
          "error: Cannot render to nowhere: give --out <directory> or --commit\n",
        );
        session.exitCode = EXIT.usage;
      }
    });
}
