import { Command, Option } from "commander";
import { hasErrors } from "../../model/mod.ts";
import type { DialectName } from "../../preview/mod.ts";
import { type ComparedSides, compareSides } from "../compare_sides.ts";
import { EXIT, type ExitCode } from "../exit_code.ts";
import {
  DIFF_FORMATS,
  type DiffFormat,
  diffReport,
  formatOf,
} from "../report/diff_report.ts";
import { fail, type Session } from "../session.ts";
import { type SourceOptions, withRenderOptions } from "../source_options.ts";

/** The options of `k0render diff`. */
export interface DiffOptions extends SourceOptions {
  readonly format: DiffFormat;
  /** For which forge Markdown is. */
  readonly dialect: DialectName;
  /** Files to write the same to, in the formats of their endings. */
  readonly save: readonly string[];
  /** `false` with `--no-merge-base`. */
  readonly mergeBase: boolean;
}

/**
 * `k0render diff`: what a change of the definitions does to what runs.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function diffCommand(session: Session): Command {
  const command = new Command("diff")
    .description("say what a change does to what runs")
    .argument("<base>", "a commit, or a directory")
    .argument("<head>", "the commit or directory that is to take its place")
    .option(
      "--source <directory|url>",
      "the repository that the commits are in",
      ".",
    )
    .option(
      "--no-merge-base",
      "compare with the base itself, not with where the head left it",
    )
    .addOption(
      new Option("--format <format>", "how to say it")
        .choices(Object.values(DIFF_FORMATS)).default("text"),
    )
    .addOption(
      new Option(
        "--save <file>",
        "write it to a file as well: .txt, .md, .json, .html or .sarif",
      ).argParser(collect).default([], "no file"),
    )
    .addOption(
      new Option("--dialect <forge>", "for which forge Markdown is")
        .choices(["github", "gitlab", "gitea", "bitbucket", "azure"])
        .default("github"),
    );
  return withRenderOptions(command)
    .action((base: string, head: string, options: DiffOptions) =>
      diff(session, { base, head }, options)
    );
}

function collect(path: string, before: readonly string[]): readonly string[] {
  return [...before, path];
}

async function diff(
  session: Session,
  sides: { base: string; head: string },
  options: DiffOptions,
): Promise<void> {
  const unknown = options.save.find((path) => formatOf(path) === undefined);
  if (unknown !== undefined) {
    const reason = `Cannot save to "${unknown}": its ending is not one of .${
      Object.keys(DIFF_FORMATS).join(", .")
    }`;
    return fail(session, reason, EXIT.usage);
  }
  const compared = await compareSides(session, sides, options);
  if (compared === undefined) return;
  for (const path of options.save) {
    const format = formatOf(path) ?? options.format;
    const text = await diffReport(compared, {
      ...options,
      format,
      colour: false,
    });
    await Deno.writeTextFile(path, text);
  }
  const { colour } = session.terminal;
  session.terminal.out(await diffReport(compared, { ...options, colour }));
  session.exitCode = exitCodeOf(compared);
}

/** A guard is about what runs, so it is told before errors. */
function exitCodeOf({ environments, findings }: ComparedSides): ExitCode {
  const isTripped = environments.some(({ comparison }) =>
    comparison?.guards.some(({ state }) => state === "tripped")
  );
  if (isTripped) return EXIT.guard;
  return hasErrors(findings) ? EXIT.errors : EXIT.fine;
}
