import { Command, Option } from "commander";
import { readQuery } from "../../explain/mod.ts";
import type { Finding } from "../../model/mod.ts";
import {
  explain,
  type Explained,
  type ExplainOutcome,
  prepareEnvironment,
} from "../../service/mod.ts";
import { EXIT } from "../exit_code.ts";
import { type OpenedSource, openSource } from "../open_source.ts";
import { answerJson } from "../report/explain_json.ts";
import { placesOf } from "../report/explain_places.ts";
import { answerText } from "../report/explain_text.ts";
import { jsonReport } from "../report/json_report.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import type { Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";

interface ExplainOptions extends SourceOptions {
  readonly format: "text" | "json";
}

/** What came of a question in one environment. */
interface InEnvironment {
  readonly environment: string;
  readonly outcome: ExplainOutcome;
}

const HELP = `
What to ask for:
  spec.config.region               a field of the definition, or of the chart's values
  values.clusterIdentity.name      a chart value, also one that KCM puts in
  AWSCluster/eu1 spec.region       a field of a rendered object; also AWSCluster/eu1:spec.region
  AWSMachineTemplate               all rendered objects of a kind
  service ingress-nginx            who asks for a service, and who wins
Without it everything is explained.

Objects are named as namespace/name, or as name where the kind has no namespace;
Kind/namespace/name and Kind/name say which of several. What KCM makes and nobody
declares goes by its name too: HelmRelease/kcm-system/capi.`;

/** Whatever else is asked for has an answer, or a finding. */
const NO_SERVICES = "nobody asks for a service\n";

/**
 * `k0render explain`: where values come from.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function explainCommand(session: Session): Command {
  return withSourceOptions(new Command("explain"))
    .description("say where the values of rendered objects come from")
    .argument("<object>", "a ClusterDeployment, or another object")
    .argument("[what]", "what to explain of it: a field, an object, a service")
    .argument("[field]", "the field of that object, or the name of the service")
    .addHelpText("after", HELP)
    .addOption(
      new Option("--format <format>", "how to say it")
        .choices(["text", "json"]).default("text"),
    )
    .action((...args: [string, string?, string?, ExplainOptions?]) => {
      const [object, what = "", field, options] = args;
      const words = field === undefined ? [what] : [what, field];
      if (options !== undefined) {
        return ask(session, { object, words, options });
      }
    });
}

async function ask(
  session: Session,
  { object, words, options }: {
    readonly object: string;
    readonly words: readonly string[];
    readonly options: ExplainOptions;
  },
): Promise<void> {
  const opened = await openSource(session, options);
  if (opened === undefined) return;
  const { prepared, environments, read } = opened;
  const query = readQuery(words);
  const asked = environments.map(({ config, environment }) => ({
    environment: environment.name,
    outcome: explain(
      prepareEnvironment(prepared, config, environment),
      read.tree,
      { object, query },
    ),
  }));
  const found = asked.filter(({ outcome }) => outcome.kind === "explained");
  const findings = environments.length === 0
    ? prepared.findings
    : findingsOf(found.length > 0 ? found : asked);
  const answers = found.flatMap(({ environment, outcome }) =>
    outcome.kind === "explained"
      ? outcome.explained.map((each) => ({ environment, each }))
      : []
  );
  report(session, { opened, answers, findings, format: options.format });
  if (findings.length > 0) session.exitCode = EXIT.errors;
}

function findingsOf(asked: readonly InEnvironment[]): Finding[] {
  return asked.flatMap(({ outcome }) =>
    outcome.kind === "unknown"
      ? [outcome.finding]
      : outcome.explained.flatMap(({ explanation, findings }) => [
        ...(explanation.kind === "unknown" ? [explanation.finding] : []),
        ...findings,
      ])
  );
}

interface Report {
  readonly opened: OpenedSource;
  readonly answers: readonly {
    readonly environment: string;
    readonly each: Explained;
  }[];
  readonly findings: readonly Finding[];
  readonly format: "text" | "json";
}

function report(
  { terminal }: Session,
  { opened, answers, findings, format }: Report,
): void {
  const { findingSource } = opened;
  const located = locateOnce(findings, findingSource);
  if (format === "json") {
    const explained = answers.map(({ environment, each }) => ({
      environment,
      object: each.object,
      location: placesOf(findingSource, each)
        .ofPlace({ origin: each.definition.origin }),
      ...(each.explanation.kind === "answer"
        ? answerJson(each.explanation.answer, placesOf(findingSource, each))
        : {}),
    }));
    const value = { explained, ...jsonReport(located) };
    terminal.out(`${JSON.stringify(value, plainNumbers, 2)}\n`);
    return;
  }
  for (const { each } of answers) {
    if (each.explanation.kind !== "answer") continue;
    const places = placesOf(findingSource, each);
    terminal.out(answerText(each.explanation.answer, places) || NO_SERVICES);
  }
  if (located.length === 0) return;
  const { tree } = findingSource;
  terminal.err(findingsText(located, { tree, colour: terminal.colour }));
}

/** JSON has no other numbers; what they cannot hold becomes a string. */
function plainNumbers(_key: string, value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
