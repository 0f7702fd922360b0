/**
 * docs/reference/cli.md: every command and option.
 *
 * @module
 */

import type { Argument, Command, Option } from "commander";
import { program } from "../../src/cli/program.ts";
import { code, table } from "./markdown.ts";

const ENVIRONMENT = [
  ["K0RENDER_GIT_PASSWORD", "The password or token for the repository."],
  ["K0RENDER_GIT_USERNAME", "The user that goes with it; `git` by default."],
  [
    "K0RENDER_GIT_CA_FILE",
    "A file of CA certificates to trust instead of the system's.",
  ],
  ["NO_COLOR", "Turns colours off."],
  ["XDG_CACHE_HOME", "Where the user's cache is; `~/.cache` by default."],
  ["K0RENDER_SERVICE_CONFIG", "In place of `--service-config`."],
  ["K0RENDER_CHART_HOSTS", "In place of `--allow-host`, with commas."],
  ["K0RENDER_CHART_NETWORKS", "In place of `--allow-network`, with commas."],
];

const EXIT_CODES = [
  ["0", "Fine. Warnings and notices may have been said."],
  ["1", "Errors were found, or the work could not be done."],
  ["2", "The command line is wrong."],
  ["10", "A guard tripped. No command has guards yet."],
];

const INSTALL = `In a clone of k0render, \`deno task k0render\` stands for
\`k0render\`. Relative paths then start from the clone. To have the command
everywhere:

\`\`\`sh
deno install --global --allow-all --name k0render --config deno.json src/cli/main.ts
\`\`\``;

const SOURCES = `## Where definitions come from

\`--source\` takes a directory, a bare repository or the URL of one. A directory
is read as it lies there, whether or not Git knows the files. With \`--ref\`, or
when \`--source\` is no plain directory, a branch is fetched into a mirror in the
cache and read from there; nothing is ever checked out. The branch is \`main\`
when none is named.

\`render --commit\` and \`serve\` need a repository. They push to it, so
credentials are those of someone who may write the rendered branches and
\`refs/notes/hydrator.metadata\`.

Results go to standard output, everything else to standard error. There is a
progress count on a terminal and none in a pipe.`;

/**
 * Writes the document.
 *
 * @returns Its Markdown.
 */
export function cliDocument(): string {
  const root = program({
    terminal: { out() {}, err() {}, colour: false, interactive: false },
    signal: new AbortController().signal,
    exitCode: 0,
  });
  return [
    "# Command line",
    root.description(),
    INSTALL,
    ...root.commands.flatMap((command) => commandSections(command, [])),
    SOURCES,
    "## Exit codes",
    table(["code", "meaning"], EXIT_CODES),
    "## Environment variables",
    "Credentials come from the environment only: others can read a command line.",
    table(
      ["variable", "what it says"],
      ENVIRONMENT.map(([name = "", text = ""]) => [code(name), text]),
    ),
  ].join("\n\n");
}

/** A command that only groups others has no section of its own. */
function commandSections(
  command: Command,
  groups: readonly string[],
): string[] {
  const names = [...groups, command.name()];
  if (command.commands.length === 0) return [commandSection(command, names)];
  return command.commands.flatMap((each) => commandSections(each, names));
}

function commandSection(command: Command, names: readonly string[]): string {
  const name = names.join(" ");
  return [
    `## ${name}`,
    "```text\n" + `k0render ${name} ${command.usage()}` + "\n```",
    `${sentence(command.description())}.`,
    ...rows("argument", command.registeredArguments.map(argumentRow)),
    ...rows("option", command.options.map(optionRow)),
  ].join("\n\n");
}

function rows(title: string, lines: readonly string[][]): string[] {
  return lines.length === 0
    ? []
    : [table([title, "what it says", "default"], lines)];
}

function argumentRow(argument: Argument): string[] {
  const { description, defaultValue, required } = argument;
  const name = argument.name();
  return [
    code(required ? `<${name}>` : `[${name}]`),
    sentence(description),
    value(defaultValue),
  ];
}

function optionRow(option: Option): string[] {
  const { flags, description, argChoices, defaultValue } = option;
  const choices = argChoices === undefined
    ? ""
    : `: ${argChoices.map(code).join(", ")}`;
  return [
    code(flags),
    `${sentence(description)}${choices}`,
    option.defaultValueDescription ?? value(defaultValue),
  ];
}

function value(of: unknown): string {
  return of === undefined ? "" : code(String(of));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
