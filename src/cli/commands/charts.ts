import { Command } from "commander";
import type { Session } from "../session.ts";
import { chartsLockCommand } from "./charts_lock.ts";
import { chartsTemplateCommand } from "./charts_template.ts";
import { chartsVendorCommand } from "./charts_vendor.ts";

/**
 * `k0render charts`: where the charts of templates come from.
 *
 * @param session What its commands work with.
 * @returns The command.
 */
export function chartsCommand(session: Session): Command {
  return new Command("charts")
    .description("pin, fetch and look at the Helm charts of templates")
    .addCommand(chartsLockCommand(session))
    .addCommand(chartsVendorCommand(session))
    .addCommand(chartsTemplateCommand(session));
}
