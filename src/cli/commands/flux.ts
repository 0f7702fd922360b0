import { Command, InvalidArgumentError } from "commander";
import { followBranch, type FollowRequest } from "../../render/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { EXIT } from "../exit_code.ts";
import { openSource } from "../open_source.ts";
import { fail, type Session } from "../session.ts";
import { type SourceOptions, withSourceOptions } from "../source_options.ts";

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
    .requiredOption(
      "--url <url>",
      "the repository, as Flux reaches it: https://, http:// or ssh://",
      fluxUrl,
    )
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
  const opened = await openSource(session, options);
  if (opened === undefined) return;
  const { prepared, environments } = opened;
  if (prepared.config === undefined) {
    fail(session, "Cannot read k0render.yaml: see k0render validate");
    return;
  }
  const [first, ...others] = environments;
  if (first === undefined || others.length > 0) {
    const reason = "Cannot choose among environments: give --environment";
    fail(session, reason, EXIT.usage);
    return;
  }
  const { library } = prepared;
  const made = followBranch({ ...first, library, ...requestOf(options) });
  if (made.kind === "problem") fail(session, made.problem.message);
  else session.terminal.out(made.result.map(emitYaml).join("---\n"));
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

/** The pattern of the GitRepository CRD; credentials belong into a Secret. */
function fluxUrl(text: string): string {
  if (
    /^(?:https?|ssh):\/\/\S+$/.test(text) && !/:\/\/[^/]*:[^/]*@/.test(text)
  ) {
    return text;
  }
  throw new InvalidArgumentError(
    "Flux takes https://, http:// and ssh:// only, without a password",
  );
}
