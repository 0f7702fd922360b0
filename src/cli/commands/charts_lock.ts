import { join } from "@std/path";
import { Command } from "commander";
import { hasErrors } from "../../model/mod.ts";
import { collectRequests, lockCharts } from "../../service/mod.ts";
import {
  type ChartLock,
  LOCK_PATH,
  writeLock,
} from "../../templates/helm/lock/mod.ts";
import { openChartsOf } from "../chart_options.ts";
import { EXIT } from "../exit_code.ts";
import { openDefinitions, type OpenedSource } from "../open_source.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import { fail, type Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";

/**
 * `k0render charts lock`: pins the chart of every template.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function chartsLockCommand(session: Session): Command {
  return withSourceOptions(new Command("lock"))
    .description(
      "pin the chart of every template in k0render.lock; of a repository, print it",
    )
    .action((options: SourceOptions) => lock(session, options));
}

async function lock(session: Session, options: SourceOptions): Promise<void> {
  const opened = await openDefinitions(session, options);
  if (opened === undefined) return;
  const charts = await openChartsOf(session, options);
  if (charts === undefined) return;
  if (opened.prepared.config === undefined) {
    return fail(session, "Cannot lock charts: k0render.yaml has errors");
  }
  const { requests, findings } = collectRequests(opened.prepared);
  const previous = opened.prepared.lock;
  const outcome = await lockCharts(requests, { charts, previous });
  await keep(session, outcome.lock, { opened, options });
  const all = [...findings, ...outcome.findings];
  session.terminal.err(findingsText(locateOnce(all, opened.findingSource), {
    tree: opened.read.tree,
    colour: session.terminal.colour,
  }));
  if (hasErrors(all)) session.exitCode = EXIT.errors;
}

async function keep(
  session: Session,
  lock: ChartLock,
  context: { readonly opened: OpenedSource; readonly options: SourceOptions },
): Promise<void> {
  const { opened, options } = context;
  const text = writeLock(lock);
  if (opened.read.kind === "commit") {
    session.terminal.out(text);
    return;
  }
  const path = join(options.source, LOCK_PATH);
  await Deno.writeTextFile(`${path}.tmp`, text);
  await Deno.rename(`${path}.tmp`, path);
  session.terminal.out(`Charts locked in ${path}: ${lock.charts.length}\n`);
}
