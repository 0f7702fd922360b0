import { Command, Option } from "commander";
import { type Finding, hasErrors } from "../../model/mod.ts";
import {
  type LocatedFinding,
  type PreparedEnvironment,
  prepareEnvironment,
  renderEnvironment,
  VERSION,
} from "../../service/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import { EMPTY_TREE, readPreviousBranch } from "../../tree/mod.ts";
import { EXIT } from "../exit_code.ts";
import { openSource } from "../open_source.ts";
import { jsonReport } from "../report/json_report.ts";
import { sarifReport } from "../report/sarif_report.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import type { Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";

type Format = "text" | "json" | "sarif";

/**
 * `k0render validate`: what is wrong with the definitions. Everything is
 * rendered, and nothing is written.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function validateCommand(session: Session): Command {
  return withSourceOptions(new Command("validate"))
    .description("say what is wrong with the definitions")
    .addOption(
      new Option("--format <format>", "how to say it")
        .choices(["text", "json", "sarif"]).default("text"),
    )
    .action((options: SourceOptions & { format: Format }) =>
      validate(session, options)
    );
}

async function validate(
  session: Session,
  options: SourceOptions & { format: Format },
): Promise<void> {
  const opened = await openSource(session, options);
  if (opened === undefined) return;
  const { prepared, environments, findingSource } = opened;
  const findings = [
    ...prepared.findings,
    ...environments.flatMap(({ config, environment }) =>
      environmentFindings(prepareEnvironment(prepared, config, environment))
    ),
  ];
  const located = locateOnce(findings, findingSource);
  session.terminal.out(
    report(located, { ...options, tree: findingSource.tree, session }),
  );
  if (hasErrors(findings)) session.exitCode = EXIT.errors;
}

function environmentFindings(
  environment: PreparedEnvironment,
): readonly Finding[] {
  const rendering = renderEnvironment(environment, {
    previous: readPreviousBranch(EMPTY_TREE),
  });
  for (;;) {
    const step = rendering.next();
    if (step.done) return [...environment.findings, ...step.value.findings];
  }
}

function report(
  findings: readonly LocatedFinding[],
  options: { format: Format; tree: DryTree; session: Session },
): string {
  const { format, tree, session } = options;
  if (format === "text") {
    return findingsText(findings, { tree, colour: session.terminal.colour });
  }
  const value = format === "json"
    ? jsonReport(findings)
    : sarifReport(findings, VERSION);
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
