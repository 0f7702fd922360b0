import { Command } from "commander";
import { followBranch, type FollowRequest } from "../../render/mod.ts";
import {
  prepareSource,
  readBuiltInTemplates,
  readSource,
} from "../../service/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { chooseEnvironments } from "../choose_environments.ts";
import { EXIT, type ExitCode } from "../exit_code.ts";
import type { Session } from "../session.ts";
import {
  addressOf,
  overridesOf,
  type SourceOptions,
  withSourceOptions,
} from "../source_options.ts";

interface FluxOptions extends SourceOptions {
  readonly url: string;
  readonly secret?: string;
  readonly verifySecret?: string;
  readonly receiver?: string;
  readonly receiverSecret: string;
}

/**
 * `k0render flux`: the objects that make Flux follow a rendered branch.
 *
 * @param session What the command works with.
 * @returns The command.
 */
export function fluxCommand(session: Session): Command {
  return withSourceOptions(new Command("flux"))
    .description("print the objects that make Flux follow the rendered branch")
    .requiredOption("--url <url>", "the repository, as Flux reaches it")
    .option("--secret <name>", "the Secret with the credentials for it")
    .option(
      "--verify-secret <name>",
      "the Secret with the keys that commits have to be signed with",
    )
    .option(
      "--receiver <type>",
      "add a Receiver of this type, as github or generic-hmac",
    )
    .option(
      "--receiver-secret <name>",
      "the Secret with the Receiver's token",
      "k0render-receiver",
    )
    .action((options: FluxOptions) => flux(session, options));
}

async function flux(session: Session, options: FluxOptions): Promise<void> {
  const fail = (reason: string, code: ExitCode = EXIT.errors) => {
    session.terminal.err(`error: ${reason}\n`);
    session.exitCode = code;
  };
  const read = await readSource(addressOf(options, session));
  if (read.kind === "unreadable") return fail(read.reason);
  const { config, library } = prepareSource(read.tree, {
    builtIn: await readBuiltInTemplates(),
    overrides: overridesOf(options),
  });
  if (config === undefined) {
    return fail("Cannot read k0render.yaml: see k0render validate");
  }
  const chosen = chooseEnvironments(config, options.environment);
  if (chosen.kind === "unknown") return fail(chosen.reason, EXIT.usage);
  const [first, ...others] = chosen.environments;
  if (first === undefined || others.length > 0) {
    return fail(
      "Cannot choose among several environments: give --environment",
      EXIT.usage,
    );
  }
  const made = followBranch({ ...first, library, ...requestOf(options) });
  if (made.kind === "problem") return fail(made.problem.message);
  session.terminal.out(made.result.map(emitYaml).join("---\n"));
}

function requestOf(
  options: FluxOptions,
): Pick<
  FollowRequest,
  "url" | "secretName" | "verifySecretName" | "receiver"
> {
  const { url, secret, verifySecret, receiver, receiverSecret } = options;
  return {
    url,
    ...(secret === undefined ? {} : { secretName: secret }),
    ...(verifySecret === undefined ? {} : { verifySecretName: verifySecret }),
    ...(receiver === undefined
      ? {}
      : { receiver: { type: receiver, secretName: receiverSecret } }),
  };
}
