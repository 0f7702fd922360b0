import { Command, Option } from "commander";
import { type Finding, hasErrors } from "../../model/mod.ts";
import {
  EnvironmentSchemaCheck,
  type LocatedFinding,
  type PreparedEnvironment,
  prepareEnvironment,
  renderEnvironment,
  transitionFindings,
  VERSION,
} from "../../service/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import { EMPTY_TREE, readPreviousBranch } from "../../tree/mod.ts";
import type { CrdCheck } from "../../validate/crd/mod.ts";
import { EXIT } from "../exit_code.ts";
import { type BaseOptions, openBase, type OpenedBase } from "../open_base.ts";
import { openSource } from "../open_source.ts";
import { jsonReport } from "../report/json_report.ts";
import { sarifReport } from "../report/sarif_report.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import {
  openSchemas,
  type SchemaOptions,
  withSchemaOptions,
} from "../schema_options.ts";
import type { Session } from "../session.ts";
import { withSourceOptions, withStrictOption } from "../source_options.ts";

type Format = "text" | "json" | "sarif";

interface ValidateOptions extends BaseOptions, SchemaOptions {
  readonly format: Format;
}

/**
 * `k0render validate`: what is wrong with the definitions. Everything is
 * rendered, and nothing is written.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function validateCommand(session: Session): Command {
  const command = withSourceOptions(new Command("validate"));
  return withSchemaOptions(withStrictOption(command))
    .description("say what is wrong with the definitions")
    .addOption(
      new Option("--format <format>", "how to say it")
        .choices(["text", "json", "sarif"]).default("text"),
    )
    .option(
      "--base <revision|directory>",
      "check the change from there as well, as webhooks do",
    )
    .action((options: ValidateOptions) => validate(session, options));
}

async function validate(
  session: Session,
  options: ValidateOptions,
): Promise<void> {
  const schemas = await openSchemas(session, options);
  if (schemas === undefined) return;
  const opened = await openSource(session, options);
  if (opened === undefined) return;
  const base = await openBaseOf(session, options);
  if (base === "unreadable") return;
  const { prepared, environments, findingSource } = opened;
  const findings = [
    ...schemas.findings,
    ...prepared.findings,
    ...environments.flatMap(({ config, environment }) =>
      environmentFindings(
        prepareEnvironment(prepared, config, environment),
        { check: schemas.check, base },
      )
    ),
  ];
  const located = locateOnce(findings, findingSource);
  session.terminal.out(
    report(located, { ...options, tree: findingSource.tree, session }),
  );
  if (hasErrors(findings)) session.exitCode = EXIT.errors;
}

async function openBaseOf(
  session: Session,
  options: ValidateOptions,
): Promise<OpenedBase | "none" | "unreadable"> {
  const { base } = options;
  if (base === undefined) return "none";
  return await openBase(session, { ...options, base }) ?? "unreadable";
}

function environmentFindings(
  environment: PreparedEnvironment,
  { check, base }: {
    readonly check: CrdCheck | undefined;
    readonly base: OpenedBase | "none";
  },
): readonly Finding[] {
  const schemas = check && new EnvironmentSchemaCheck(check, environment);
  const rendering = renderEnvironment(environment, {
    previous: readPreviousBranch(EMPTY_TREE),
    onUnit: (result) => schemas?.addUnit(result),
  });
  for (;;) {
    const step = rendering.next();
    if (!step.done) continue;
    return [
      ...environment.findings,
      ...step.value.findings,
      ...schemas?.findings() ?? [],
      ...base === "none" ? [] : changeFindings(environment, { check, base }),
    ];
  }
}

function changeFindings(
  after: PreparedEnvironment,
  { check, base }: {
    readonly check: CrdCheck | undefined;
    readonly base: OpenedBase;
  },
): readonly Finding[] {
  const before = base.environment(after.environment.name);
  return before === undefined ? [] : transitionFindings(before, after, {
    locate: (place) => base.prepared.source.locate(place),
    schemas: check,
  });
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
