import { Command } from "commander";
import { hasErrors } from "../../model/mod.ts";
import { collectRequests, vendorCharts } from "../../service/mod.ts";
import { openChartsOf } from "../chart_options.ts";
import { EXIT } from "../exit_code.ts";
import { openDefinitions } from "../open_source.ts";
import { findingsText, locateOnce } from "../report/show_findings.ts";
import { fail, type Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";

interface VendorOptions extends SourceOptions {
  readonly services?: boolean;
}

/**
 * `k0render charts vendor`: copies locked charts into the definitions.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function chartsVendorCommand(session: Session): Command {
  return withSourceOptions(new Command("vendor"))
    .description(
      "copy the locked charts of ClusterTemplates to charts/<name>-<version>/",
    )
    .option(
      "--services",
      "the charts of ServiceTemplates too, which rendering does not need",
    )
    .action((options: VendorOptions) => vendor(session, options));
}

async function vendor(
  session: Session,
  options: VendorOptions,
): Promise<void> {
  const opened = await openDefinitions(session, options);
  if (opened === undefined) return;
  if (opened.read.kind === "commit") {
    return fail(
      session,
      "Cannot vendor charts into a repository: check it out, and give the directory",
      EXIT.usage,
    );
  }
  const { lock } = opened.prepared;
  if (lock === undefined) {
    return fail(
      session,
      "Cannot vendor charts: there is no k0render.lock, run k0render charts lock",
    );
  }
  const charts = await openChartsOf(session, options);
  if (charts === undefined) return;
  const wanted = collectRequests(opened.prepared).requests.filter((each) =>
    options.services || each.request.template.kind === "ClusterTemplate"
  );
  const outcome = await vendorCharts(options.source, wanted, { lock, charts });
  session.terminal.out(outcome.written.map((path) => `${path}\n`).join(""));
  const located = locateOnce(outcome.findings, opened.findingSource);
  session.terminal.err(findingsText(located, {
    tree: opened.read.tree,
    colour: session.terminal.colour,
  }));
  if (hasErrors(outcome.findings)) session.exitCode = EXIT.errors;
}
