/**
 * The options that say where CRDs come from.
 *
 * @module
 */

import { type Command, Option } from "commander";
import { connect } from "../cluster/mod.ts";
import type { Finding } from "../model/mod.ts";
import {
  readClusterSchemas,
  readSchemas,
  type SchemasOutcome,
} from "../service/mod.ts";
import { CrdCheck } from "../validate/crd/mod.ts";
import { EXIT } from "./exit_code.ts";
import { fail, type Session } from "./session.ts";

/** Where CRDs come from, as commander reads it. */
export interface SchemaOptions {
  readonly cache: string;
  /** A directory with CRDs. */
  readonly schemas?: string;
  /** The context of a kubeconfig, or `true` for the current one. */
  readonly clusterSchemas?: string | true;
  readonly kubeconfig?: string;
  /** Whether the cluster is asked again. */
  readonly refresh?: boolean;
}

/** The CRDs of the options, and what is wrong with them. */
export interface Schemas {
  /** Left out where none are asked for. */
  readonly check?: CrdCheck;
  readonly findings: readonly Finding[];
}

/**
 * Adds the options to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function withSchemaOptions(command: Command): Command {
  return command
    .option(
      "--schemas <directory>",
      "check definitions and rendered objects against the CRDs in it",
    )
    .addOption(
      new Option(
        "--cluster-schemas [context]",
        "take the CRDs of a cluster instead; they are read once, and kept",
      ).conflicts("schemas"),
    )
    .option(
      "--kubeconfig <file>",
      "the kubeconfig with that context; otherwise as kubectl has it",
    )
    .option("--refresh", "read the CRDs of the cluster again");
}

/**
 * Reads the CRDs that are asked for.
 *
 * @param session The command's session.
 * @param options Where they come from.
 * @returns The CRDs; nothing where they cannot be had, which was said then.
 */
export async function openSchemas(
  session: Session,
  options: SchemaOptions,
): Promise<Schemas | undefined> {
  const { clusterSchemas, kubeconfig, refresh } = options;
  if (clusterSchemas === undefined && (kubeconfig !== undefined || refresh)) {
    const option = refresh ? "--refresh" : "--kubeconfig";
    const reason = `Cannot use ${option}: it goes with --cluster-schemas`;
    return fail(session, reason, EXIT.usage);
  }
  const outcome = await readAsked(session, options);
  if (outcome === undefined) return { findings: [] };
  if (outcome.kind === "unreadable") return fail(session, outcome.reason);
  const { catalogue, findings } = outcome;
  return { check: new CrdCheck(catalogue), findings };
}

async function readAsked(
  { signal }: Session,
  options: SchemaOptions,
): Promise<SchemasOutcome | undefined> {
  const { schemas, clusterSchemas, kubeconfig, cache, refresh } = options;
  if (schemas !== undefined) return await readSchemas(schemas, { signal });
  if (clusterSchemas === undefined) return undefined;
  const outcome = await connect({
    ...kubeconfig === undefined ? {} : { file: kubeconfig },
    ...clusterSchemas === true ? {} : { context: clusterSchemas },
  });
  if (outcome.kind === "refused") {
    return { kind: "unreadable", reason: outcome.reason };
  }
  return await readClusterSchemas(outcome.connection, {
    cache,
    refresh: refresh ?? false,
    signal,
  });
}
