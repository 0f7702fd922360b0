/**
 * The YAML files that Helm reads of a chart.
 *
 * @module
 */

import { isMap, type Value } from "../../../model/mod.ts";
import { loadYaml, YamlError } from "../../../yaml/mod.ts";
import { HELM_RULES } from "../rules.ts";
import { ChartError, chartError } from "./chart_error.ts";
import { type ChartFile, textOf } from "./chart_file.ts";
import {
  type ChartMetadata,
  chartMetadataSchema,
  dependenciesSchema,
} from "./metadata.ts";

/** Where something is read. */
export interface Home {
  /** The path of the chart's directory in what is read. */
  readonly home: string;
}

/**
 * Reads what a chart says about itself.
 *
 * @param files The files of the chart, by path.
 * @param site Where it is read.
 * @returns The metadata; charts of old name their dependencies in a file of
 * its own.
 * @throws {ChartError} Where a file is missing or wrong.
 */
export function readMetadata(
  files: ReadonlyMap<string, ChartFile>,
  site: Home,
): ChartMetadata {
  const file = files.get("Chart.yaml");
  if (file === undefined) {
    throw chartError(
      HELM_RULES["helm/chart"],
      pathIn(site, "Chart.yaml"),
      "Cannot read the chart: it has no Chart.yaml",
    );
  }
  const metadata = parse(file, site, chartMetadataSchema);
  const requirements = files.get("requirements.yaml");
  if (requirements === undefined) return metadata;
  const { dependencies } = parse(requirements, site, requirementsSchema);
  return { ...metadata, dependencies };
}

const requirementsSchema = {
  safeParse(value: unknown) {
    const list = isMap(value) ? value.dependencies : undefined;
    const parsed = dependenciesSchema.safeParse(list);
    return parsed.success
      ? { ...parsed, data: { dependencies: parsed.data } }
      : parsed;
  },
};

interface Schema<Result> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: Result }
    | {
      readonly success: false;
      readonly error: {
        readonly issues: readonly {
          readonly path: readonly PropertyKey[];
          readonly message: string;
        }[];
      };
    };
}

function parse<Result>(
  file: ChartFile,
  site: Home,
  schema: Schema<Result>,
): Result {
  const parsed = schema.safeParse(readYaml(file, site, loadYaml));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join(".") ?? "";
  throw wrongFile(file, site, `"${field}": ${issue?.message}`);
}

/**
 * Reads a file.
 *
 * @param file The file.
 * @param site Where it is read.
 * @param load What reads its text.
 * @returns What it holds.
 * @throws {ChartError} Where it is not YAML.
 */
export function readYaml<Result extends Value | Value[]>(
  file: ChartFile,
  site: Home,
  load: (text: string) => Result,
): Result {
  try {
    return load(textOf(file));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { line, column, message } = error;
    throw new ChartError([{
      rule: HELM_RULES["helm/chart"],
      template: pathIn(site, file.path),
      line,
      column,
      message,
    }]);
  }
}

/**
 * The error of a file that Helm cannot use.
 *
 * @param file The file.
 * @param site Where it is read.
 * @param reason Why.
 * @returns The error.
 */
export function wrongFile(
  file: ChartFile,
  site: Home,
  reason: string,
): ChartError {
  const path = pathIn(site, file.path);
  const message = `Cannot use "${file.path}" of the chart: ${reason}`;
  return chartError(HELM_RULES["helm/chart"], path, message);
}

function pathIn({ home }: Home, path: string): string {
  return home === "" ? path : `${home}/${path}`;
}
