/**
 * The options that say where charts may come from.
 *
 * @module
 */

import { join } from "@std/path";
import { type Command, Option } from "commander";
import { type Charts, makeEgress, openCharts } from "../charts/mod.ts";
import {
  chartAccessSchema,
  egressSettings,
  readServiceConfig,
} from "../service/mod.ts";
import { EXIT } from "./exit_code.ts";
import { fail, type Session } from "./session.ts";

/** The options as the command line gives them. */
export interface ChartOptions {
  readonly serviceConfig?: string;
  readonly allowHost?: readonly string[];
  readonly allowNetwork?: readonly string[];
  readonly cache: string;
}

/**
 * Adds the options to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withChartOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--service-config <file>",
        "what the operator decides: hosts, networks, credentials",
      ).env("K0RENDER_SERVICE_CONFIG"),
    )
    .addOption(
      new Option(
        "--allow-host <host>",
        "a host that charts may come from, such as ghcr.io or http://charts.local:8080",
      ).env("K0RENDER_CHART_HOSTS").argParser(collect),
    )
    .addOption(
      new Option(
        "--allow-network <network>",
        "a private network that such hosts may lie in, such as 10.0.0.0/8",
      ).env("K0RENDER_CHART_NETWORKS").argParser(collect),
    );
}

/**
 * Opens the way to charts.
 *
 * @param session What ends the work early; told what is wrong with options.
 * @param options The options.
 * @returns The way to charts, or `undefined` where the command cannot go on.
 */
export async function openChartsOf(
  session: Session,
  options: ChartOptions,
): Promise<Charts | undefined> {
  try {
    const configured = (await readServiceConfig(options.serviceConfig)).charts;
    const named = chartAccessSchema.safeParse({
      hosts: (options.allowHost ?? []).map((host) => ({ host })),
      networks: options.allowNetwork ?? [],
    });
    if (!named.success) {
      const [issue] = named.error.issues;
      return fail(
        session,
        `Cannot allow what the options name: ${issue?.message}`,
        EXIT.usage,
      );
    }
    const known = new Set(configured.hosts.map(({ host }) => host));
    const settings = await egressSettings({
      hosts: [
        ...configured.hosts,
        ...named.data.hosts.filter(({ host }) => !known.has(host)),
      ],
      networks: [...configured.networks, ...named.data.networks],
    });
    return openCharts({
      directory: join(options.cache, "charts"),
      client: { egress: makeEgress(settings), signal: session.signal },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(session, error.message);
  }
}

/** A flag may be repeated; a variable separates with commas. */
function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(",").map((part) => part.trim())];
}
