import { assertEquals } from "@std/assert";
import type { ProcessLimits } from "./limits.ts";
import { type SandboxEnd, SandboxProcess } from "./process.ts";

const HOSTILE = new URL("./_hostile.ts", import.meta.url);

const LIMITS: ProcessLimits = {
  heapMiB: 64,
  residentMiB: 400,
  outputBytes: 4 * 1024 * 1024,
};

/** What takes longer is ended; a start takes less, if the machine is not busy. */
const LIMIT_MS = 3_000;
/** What ends by itself has the time that a busy machine needs. */
const PATIENCE_MS = 120_000;

async function endOf(attack: string, waitMs: number): Promise<SandboxEnd> {
  await using process = new SandboxProcess(HOSTILE, LIMITS);
  await process.send(attack);
  for (;;) {
    const received = await process.receive(waitMs);
    if (received.kind === "ended") return received.end;
  }
}

Deno.test("SandboxProcess lets a process reach nothing", async () => {
  await using process = new SandboxProcess(HOSTILE, LIMITS);
  await process.send("reach");
  const told = [];
  for (;;) {
    const received = await process.receive(PATIENCE_MS);
    if (received.kind === "ended") break;
    told.push(received.message as [string, string]);
  }
  const reached = told.filter(([, error]) =>
    error !== "NotCapable" && error !== "TypeError"
  );
  assertEquals(reached, []);
  assertEquals(told.length, 19);
});

const ENDS: readonly [attack: string, end: SandboxEnd["kind"]][] = [
  ["loop", "time"],
  ["loop between promises", "time"],
  ["wait", "time"],
  ["ignore signals and loop", "time"],
  ["complain without end", "time"],
  ["fill memory beside the heap", "memory"],
  ["fill the heap", "died"],
  ["print without end", "output"],
  ["print a line without end", "output"],
  ["print nonsense", "garbled"],
  ["end itself", "died"],
  ["exit", "died"],
  ["throw", "died"],
];

for (const [attack, end] of ENDS) {
  Deno.test(`SandboxProcess ends a process that tries to ${attack}`, async () => {
    const waitMs = end === "time" ? LIMIT_MS : PATIENCE_MS;
    assertEquals((await endOf(attack, waitMs)).kind, end);
  });
}
