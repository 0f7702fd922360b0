/**
 * What a template could do if it broke out of its engine. Only tests start
 * this, with the launcher that starts the sandbox.
 *
 * @module
 */

/** Attempts to reach something, by name. Each ends in what it was denied with. */
const REACHES: Readonly<Record<string, () => unknown>> = {
  "read a file": () => Deno.readTextFileSync("/etc/passwd"),
  "read a file as Node does": async () =>
    (await import("node:fs")).readFileSync("/etc/passwd"),
  "read its own module": () => Deno.readTextFileSync(new URL(import.meta.url)),
  "list a directory": () => [...Deno.readDirSync("/")],
  "write a file": () => Deno.writeTextFileSync("/tmp/k0render-hostile", "x"),
  "read the environment": () => Deno.env.toObject(),
  "read a variable as Node does": async () =>
    (await import("node:process")).default.env["HOME"],
  "connect": () => Deno.connect({ hostname: "127.0.0.1", port: 80 }),
  "fetch": () => fetch("http://127.0.0.1/"),
  "listen": () => Deno.listen({ port: 0 }),
  "look up a name": () => Deno.resolveDns("example.com", "A"),
  "start a program": () => new Deno.Command("/bin/true").outputSync(),
  "start a program as Node does": async () =>
    (await import("node:child_process")).execSync("/bin/true"),
  "load a library": () => Deno.dlopen("libc.so.6", {}),
  "read the host's name": () => Deno.hostname(),
  "import a file": () => import(["file:///etc", "hostname"].join("/")),
  "import from the network": () => import(["http://127.0.0.1", "a"].join("/")),
  "raise its permissions": async () => {
    const status = await Deno.permissions.request({ name: "read" });
    if (status.state !== "granted") throw new Deno.errors.NotCapable();
  },
  "end its parent": () => Deno.kill(Deno.ppid, "SIGKILL"),
};

/** Attacks on time, memory, and whoever listens. */
const ATTACKS: Readonly<Record<string, () => unknown>> = {
  "loop": () => {
    for (;;);
  },
  "loop between promises": async () => {
    for (;;) await undefined;
  },
  "wait": () => new Promise((resolve) => setTimeout(resolve, 1 << 30)),
  "ignore signals and loop": () => {
    Deno.addSignalListener("SIGTERM", () => {});
    Deno.addSignalListener("SIGINT", () => {});
    for (;;);
  },
  "fill the heap": () => {
    const hoard = [];
    for (;;) hoard.push({ text: String(hoard.length) });
  },
  "fill memory beside the heap": () => {
    const hoard = [];
    for (;;) hoard.push(new Uint8Array(1 << 24).fill(1));
  },
  "print without end": () => {
    const bytes = new TextEncoder().encode(`"${"x".repeat(1 << 16)}"\n`);
    for (;;) Deno.stdout.writeSync(bytes);
  },
  "print a line without end": () => {
    const bytes = new TextEncoder().encode("x".repeat(1 << 16));
    for (;;) Deno.stdout.writeSync(bytes);
  },
  "complain without end": () => {
    const bytes = new TextEncoder().encode("x".repeat(1 << 16));
    for (;;) Deno.stderr.writeSync(bytes);
  },
  "print nonsense": () => {
    Deno.stdout.writeSync(new TextEncoder().encode("hello\n"));
  },
  "end itself": () => Deno.kill(Deno.pid, "SIGKILL"),
  "exit": () => Deno.exit(0),
  "throw": () => {
    throw new Error("Cannot go on");
  },
};

const name = new TextDecoder().decode(await readLine()).trim();
const attack = JSON.parse(name);
if (attack === "reach") {
  for (const [reach, attempt] of Object.entries(REACHES)) {
    say(await tell(reach, attempt));
  }
} else await ATTACKS[attack]?.();

async function tell(
  reach: string,
  attempt: () => unknown,
): Promise<readonly [string, string]> {
  try {
    await attempt();
    return [reach, "done"];
  } catch (error) {
    return [reach, error instanceof Error ? error.name : String(error)];
  }
}

function say(message: unknown): void {
  const line = `${JSON.stringify(message)}\n`;
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}

async function readLine(): Promise<Uint8Array> {
  const reader = Deno.stdin.readable.getReader();
  const { value } = await reader.read();
  return value ?? new Uint8Array();
}
