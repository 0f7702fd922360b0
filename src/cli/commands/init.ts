import { Command } from "commander";
import { initDirectory } from "../../service/mod.ts";
import { fail, type Session } from "../session.ts";

/**
 * `k0render init [DIR]`: a definitions repository to start from.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function initCommand(session: Session): Command {
  return new Command("init")
    .description("write a definitions repository to start from")
    .argument("[directory]", "where to", ".")
    .action(async (directory: string) => {
      const outcome = await initDirectory(directory);
      if (outcome.kind === "not-empty") {
        const reason =
          `Cannot start a repository in "${directory}": it is not empty`;
        fail(session, reason);
        return;
      }
      const list = outcome.files.map((file) => `${directory}/${file}\n`);
      session.terminal.out(list.join(""));
      session.terminal.err(
        `Next: k0render validate --source ${directory}\n`,
      );
    });
}
