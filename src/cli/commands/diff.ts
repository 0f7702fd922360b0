import { Command, Option } from "commander";
import { hasErrors } from "../../model/mod.ts";
import { VERSION } from "../../service/mod.ts";
import { type ComparedSides, compareSides } from "../compare_sides.ts";
import { EXIT, type ExitCode } from "../exit_code.ts";
import type { DialectName } from "../../preview/mod.ts";
import { diffJson } from "../report/diff_json.ts";
import { diffHtml, diffMarkdown } from "../report/diff_preview.ts";
import { diffSarif } from "../report/diff_sarif.ts";
import { diffText } from "../report/diff_text.ts";
import { printable } from "../report/printable.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import type { Session } from "../session.ts";
import { type SourceOptions, withRenderOptions } from "../source_options.ts";

type Format = "text" | "markdown" | "json" | "html" | "sarif";

/** The options of `k0render diff`. */
export interface DiffOptions extends SourceOptions {
  readonly format: Format;
  /** For which forge Markdown is. */
  readonly dialect: DialectName;
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
        .choices(["text", "markdown", "json", "html", "sarif"])
        .default("text"),
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

async function diff(
  session: Session,
  sides: { base: string; head: string },
  options: DiffOptions,
): Promise<void> {
  const compared = await compareSides(session, sides, options);
  if (compared === undefined) return;
  session.terminal.out(await report(session, compared, options));
  session.exitCode = exitCodeOf(compared);
}

async function report(
  { terminal }: Session,
  compared: ComparedSides,
  { format, dialect }: DiffOptions,
): Promise<string> {
  const { findings: all, findingSource } = compared;
  const findings = locateOnce(all, findingSource);
  switch (format) {
    case "text": {
      const { colour } = terminal;
      const { tree } = findingSource;
      const said = findings.length === 0
        ? ""
        : `\n${findingsText(findings, { tree, colour })}`;
      return diffText(compared, { colour }) + said;
    }
    case "markdown":
      return diffMarkdown(compared, { findings, dialect });
    case "html":
      return await diffHtml(compared, findings);
    case "json":
      return jsonText(diffJson(compared, findings));
    case "sarif":
      return jsonText(diffSarif(compared, { findings, version: VERSION }));
  }
}

/** Our escapes are those of JSON, so that readers get the text as it was. */
function jsonText(value: unknown): string {
  return `${printable(JSON.stringify(value, undefined, 2))}\n`;
}

/** A guard is about what runs, so it is told before errors. */
function exitCodeOf({ environments, findings }: ComparedSides): ExitCode {
  const isTripped = environments.some(({ comparison }) =>
    comparison?.guards.some(({ state }) => state === "tripped")
  );
  if (isTripped) return EXIT.guard;
  return hasErrors(findings) ? EXIT.errors : EXIT.fine;
}
