import { Command, Option } from "commander";
import type { CommitOptions } from "../commit_settings.ts";
import { EXIT } from "../exit_code.ts";
import { fail, type Session } from "../session.ts";
import { renderToBranches } from "../render_to_branches.ts";
import { renderToDirectory } from "../render_to_directory.ts";
import { withSourceOptions, withStrictOption } from "../source_options.ts";

/** The options of `k0render render`. */
export interface RenderOptions extends CommitOptions {
  readonly out?: string;
  readonly commit?: boolean;
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
  return withStrictOption(withSourceOptions(new Command("render")))
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
        const reason =
          "Cannot render to nowhere: give --out <directory> or --commit";
        fail(session, reason, EXIT.usage);
      }
    });
}
