/**
 * A change of the dry source, rendered in the sandbox.
 *
 * A process is thrown away after one change. One that has to be ended is
 * followed by another that leaves out the unit it was at, so that one hostile
 * unit costs the others nothing but time.
 *
 * @module
 */

import { type Finding, makeFinding, type UnitId } from "../../model/mod.ts";
import type { Comparison } from "../../diff/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import type { Provenance, TreeChange } from "../../tree/mod.ts";
import type { LocatedFinding } from "../located.ts";
import type { Overrides } from "../prepare.ts";
import { blame } from "./blame.ts";
import { Conversation, Ended, type SandboxHost } from "./conversation.ts";
import { DEFAULT_SANDBOX_LIMITS, type SandboxLimits } from "./limits.ts";
import { type Refusals, type SandboxWork, workKey } from "./messages.ts";
import { SANDBOX_RULES } from "./rules.ts";
import { tellTree } from "./told_tree.ts";

/** What a sandbox is made ready with. */
export interface SandboxSettings {
  readonly builtIn: ReadonlyMap<string, string>;
  readonly overrides?: Overrides | undefined;
  /** The source before the change; left out where nothing is compared. */
  readonly before?: DryTree | undefined;
  readonly limits?: SandboxLimits | undefined;
}

/** A change to render. */
export interface Change<Written> {
  /** The source after the change. */
  readonly after: DryTree;
  readonly host: SandboxHost;
  readonly provenance?: Provenance | undefined;
  /**
   * Takes what an environment's tree has other than its branch. Called again
   * where a process had to be ended half-way.
   */
  readonly write: (
    environment: { readonly name: string; readonly branch: string },
    changes: AsyncIterable<TreeChange>,
  ) => Promise<Written>;
}

/** An environment of a change. */
export interface ChangedEnvironment<Written> {
  readonly name: string;
  readonly branch: string;
  /** A refused tree must not be committed. */
  readonly tree: "composed" | "refused";
  readonly written: Written;
  readonly units: number;
  /** How many of them were rendered, because something about them is new. */
  readonly rendered: number;
  /** Those that could not be. */
  readonly failed: readonly UnitId[];
}

/** What becomes of an environment. */
export interface ComparedChange {
  readonly name: string;
  readonly comparison: Comparison;
  /** How long it took to find out. */
  readonly ms: number;
}

/** What came of a change. */
export type ChangeOutcome<Written> =
  | {
    readonly kind: "rendered";
    readonly environments: readonly ChangedEnvironment<Written>[];
    /** What becomes of those of which both trees may be committed. */
    readonly comparisons: readonly ComparedChange[];
    /** What is wrong with the source that was not wrong before. */
    readonly added: readonly LocatedFinding[];
    /** Whether the source has errors, with those of before. */
    readonly hasErrors: boolean;
  }
  /** Nothing is known of the change, but why. */
  | { readonly kind: "failed"; readonly finding: Finding };

/** A process that knows the source before a change, and waits for it. */
export interface WarmSandbox extends AsyncDisposable {
  readonly settings: SandboxSettings;
  readonly conversation: Conversation;
}

/**
 * Starts a process and makes it ready.
 *
 * @param settings What it is made ready with.
 * @param host Who answers what it asks for.
 * @returns The process.
 * @throws {Ended} If it ends instead.
 */
export async function warmSandbox(
  settings: SandboxSettings,
  host: SandboxHost,
): Promise<WarmSandbox> {
  const { builtIn, overrides = {}, before, limits = DEFAULT_SANDBOX_LIMITS } =
    settings;
  const conversation = new Conversation(host, limits);
  try {
    await conversation.say({
      kind: "begin",
      builtIn: [...builtIn],
      overrides,
      ...(before === undefined ? {} : { before: tellTree(before) }),
    });
    const { kind } = await conversation.hear();
    if (kind !== "ready") throw conversation.refuse();
  } catch (error) {
    await conversation[Symbol.asyncDispose]();
    throw error;
  }
  return {
    settings,
    conversation,
    [Symbol.asyncDispose]: () => conversation[Symbol.asyncDispose](),
  };
}

/**
 * Renders a change.
 *
 * @param settings What the sandbox is made ready with.
 * @param change The change.
 * @param warm A process that is ready already. It renders nothing else after
 * this; whoever started it waits for its end.
 * @returns What came of it.
 */
export async function renderChange<Written>(
  settings: SandboxSettings,
  change: Change<Written>,
  warm?: WarmSandbox,
): Promise<ChangeOutcome<Written>> {
  const { limits = DEFAULT_SANDBOX_LIMITS } = settings;
  const deadline = performance.now() + limits.totalMs;
  const refused: [string, Finding][] = [];
  const good = new Set<string>();
  for (let attempt = 0;; attempt += 1) {
    const isLast = attempt === limits.restarts;
    const refusals = { refused, ...(isLast ? exceptFor(good) : {}) };
    let conversation: Conversation | undefined;
    try {
      await using own = attempt === 0 && warm !== undefined
        ? undefined
        : await warmSandbox(settings, change.host);
      conversation = (own ?? warm)!.conversation;
      conversation.turnTo(change.host, deadline);
      return await attemptChange(conversation, change, {
        refusals,
        before: settings.before,
      });
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      const finding = blame(error.end, error.at, limits);
      const key = clusterOf(error.at);
      const isOver = performance.now() >= deadline;
      if (key === undefined || isLast || isOver) {
        return { kind: "failed", finding };
      }
      refused.push([key, finding]);
    } finally {
      for (const at of conversation?.done ?? []) good.add(clusterOf(at) ?? "");
    }
  }
}

async function attemptChange<Written>(
  conversation: Conversation,
  change: Change<Written>,
  options: { refusals: Refusals; before: DryTree | undefined },
): Promise<ChangeOutcome<Written>> {
  const { provenance } = change;
  await conversation.say({
    kind: "change",
    change: tellTree(change.after, options.before),
    refusals: options.refusals,
    ...(provenance === undefined ? {} : { provenance }),
  });
  const heard: HeardEnvironment<Written>[] = [];
  const comparisons: ComparedChange[] = [];
  try {
    for (;;) {
      const said = await conversation.hear();
      if (said.kind === "done") {
        const { added, hasErrors } = said;
        const environments = await Promise.all(heard.map(whole));
        return {
          kind: "rendered",
          environments,
          comparisons,
          added,
          hasErrors,
        };
      }
      if (said.kind === "compared") {
        comparisons.push(said);
        continue;
      }
      if (said.kind !== "environment") throw conversation.refuse();
      heard.push(await hearEnvironment(conversation, said, change));
    }
  } finally {
    await Promise.allSettled(heard.map(({ writing }) => writing));
  }
}

/** An environment that the sandbox has told, while it is still written. */
interface HeardEnvironment<Written> {
  readonly told: Omit<ChangedEnvironment<Written>, "written">;
  readonly writing: Promise<Written>;
}

async function whole<Written>(
  { told, writing }: HeardEnvironment<Written>,
): Promise<ChangedEnvironment<Written>> {
  return { ...told, written: await writing };
}

async function hearEnvironment<Written>(
  conversation: Conversation,
  { name, branch }: { readonly name: string; readonly branch: string },
  { write }: Change<Written>,
): Promise<HeardEnvironment<Written>> {
  let told: HeardEnvironment<Written>["told"] | undefined;
  const heard = Promise.withResolvers<void>();
  async function* changes(): AsyncGenerator<TreeChange> {
    for (;;) {
      const said = await conversation.hear();
      if (said.kind === "file" || said.kind === "gone") yield said;
      else if (said.kind === "composed") {
        const { tree, units, rendered, failed } = said;
        told = { name, branch, tree, units, rendered, failed };
        heard.resolve();
        return;
      } else throw conversation.refuse();
    }
  }
  const writing = write({ name, branch }, changes());
  // Where it fails before all is heard; later, whoever waits for it is told.
  await Promise.race([heard.promise, writing]);
  if (told !== undefined) return { told, writing };
  throw new Error("Cannot tell what became of an environment: it is not read");
}

/** Units of which nobody knows whether they are good are left out at last. */
function exceptFor(good: ReadonlySet<string>): Pick<Refusals, "except"> {
  const why = makeFinding(
    SANDBOX_RULES["sandbox/given-up"],
    "Cannot render a cluster: too many others had to be given up",
  );
  return { except: { keys: [...good], why } };
}

function clusterOf({ environment, work }: SandboxWork): string | undefined {
  return environment === undefined || typeof work === "string"
    ? undefined
    : workKey(environment, work);
}
