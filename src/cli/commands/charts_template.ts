import { Command, InvalidArgumentError, Option } from "commander";
import { isMap, type ValueMap } from "../../model/mod.ts";
import {
  type ChartProblem,
  type HelmVersion,
  mergeDocuments,
  parseKubeVersion,
  printChart,
  renderChart,
} from "../../templates/mod.ts";
import { loadYamlAll, YamlError } from "../../yaml/mod.ts";
import { EXIT } from "../exit_code.ts";
import { readChart } from "../read_chart.ts";
import { fail, type Session } from "../session.ts";

interface TemplateOptions {
  readonly name: string;
  readonly namespace: string;
  readonly values: readonly string[];
  readonly helm: "3" | "4";
  readonly kubeVersion?: string;
  readonly apiVersions: readonly string[];
}

/**
 * `k0render charts template`: one chart, as `helm template` prints it.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function chartsTemplateCommand(session: Session): Command {
  return new Command("template")
    .description("render a chart as helm template prints it, without Helm")
    .argument("<chart>", "the directory of a chart, or its archive")
    .addOption(
      new Option("--name <name>", "the name of the release")
        .default("release-name").argParser(releaseName),
    )
    .option("--namespace <namespace>", "the release's namespace", "default")
    .option("--values <file...>", "values over the chart's defaults", [])
    .addOption(
      new Option("--helm <version>", "the Helm to follow where they differ")
        .choices(["3", "4"]).default("4"),
    )
    .addOption(
      new Option("--kube-version <version>", "the version of Kubernetes")
        .argParser(kubeVersion),
    )
    .option(
      "--api-versions <versions...>",
      "versions of APIs that the cluster serves besides its own",
      [],
    )
    .action((chart: string, options: TemplateOptions) =>
      template(session, chart, options)
    );
}

async function template(
  session: Session,
  path: string,
  options: TemplateOptions,
): Promise<void> {
  const values = await readValues(session, options.values);
  if (values === undefined) return;
  const { chart, problems } = await readChart(path);
  if (chart === undefined) return report(session, problems);
  const { name, namespace, helm, kubeVersion, apiVersions } = options;
  const rendered = renderChart(chart, {
    release: { name, namespace },
    values,
    helm: Number(helm) as HelmVersion,
    apiVersions,
    ...(kubeVersion === undefined ? {} : { kubeVersion }),
  });
  if (rendered.problems.length > 0) return report(session, rendered.problems);
  session.terminal.out(printChart(rendered));
}

/** Later files win, map by map; a file may hold several documents. */
async function readValues(
  session: Session,
  files: readonly string[],
): Promise<ValueMap | undefined> {
  const documents: ValueMap[] = [];
  for (const file of files) {
    try {
      for (const value of loadYamlAll(await Deno.readTextFile(file))) {
        if (!isMap(value)) throw new TypeError("The file holds no map");
        documents.push(value);
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const at = error instanceof YamlError ? ` at line ${error.line}` : "";
      const reason = `Cannot use values of "${file}"${at}: ${error.message}`;
      return fail(session, reason, EXIT.usage);
    }
  }
  return mergeDocuments(documents);
}

function report(session: Session, problems: readonly ChartProblem[]): void {
  for (const { template, line, column, message, rule } of problems) {
    fail(session, `${template}:${line}:${column}: ${message} (${rule.id})`);
  }
}

const NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const MAX_NAME = 53;

function releaseName(text: string): string {
  if (text.length <= MAX_NAME && NAME.test(text)) return text;
  throw new InvalidArgumentError(
    `Helm takes names of at most ${MAX_NAME} lower case letters, digits, "-" and "."`,
  );
}

function kubeVersion(text: string): string {
  if (parseKubeVersion(text) !== undefined) return text;
  throw new InvalidArgumentError("It is no version such as 1.36.0");
}
