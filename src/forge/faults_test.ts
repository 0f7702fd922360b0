import { assert, assertEquals } from "@std/assert";
import { ASKED, forEach } from "./_testing/ask.ts";
import { json } from "./_testing/serve.ts";
import { TOKEN } from "./_testing/world.ts";
import type { ForgeOutcome } from "./outcome.ts";

/** An answer that repeats the secret. */
function leak(request: Request, status: number): Response {
  const sent = request.headers.get("authorization");
  return json({ message: `No: you sent ${sent}, ${TOKEN}` }, status);
}

const HTML = "<html>Service unavailable</html>";

const ANSWERS: readonly [
  criterion: string,
  answer: (request: Request) => Response,
  kind: ForgeOutcome<unknown>["kind"],
][] = [
  ["400", (request) => leak(request, 400), "refused"],
  ["401", (request) => leak(request, 401), "unauthorized"],
  ["403", (request) => leak(request, 403), "unauthorized"],
  ["404", (request) => leak(request, 404), "gone"],
  ["409", (request) => leak(request, 409), "refused"],
  ["410", (request) => leak(request, 410), "gone"],
  [
    "422",
    () =>
      json({ message: "Validation Failed", errors: [{ message: TOKEN }] }, 422),
    "refused",
  ],
  ["429", () => json({}, 429), "rate-limited"],
  ["500", (request) => leak(request, 500), "unreachable"],
  ["501", () => json({ error: { message: TOKEN } }, 501), "unreachable"],
  ["502", () => new Response(HTML, { status: 502 }), "unreachable"],
  [
    "a page to sign in on",
    () => new Response(HTML, { status: 203 }),
    "unauthorized",
  ],
  ["a number", () => json(7), "unreachable"],
  ["half of its JSON", () => new Response('[{"id": 1'), "unreachable"],
  [
    "what is no UTF-8",
    () => new Response(new Uint8Array([0x22, 0xff, 0x22])),
    "unreachable",
  ],
  ["nothing", () => new Response(""), "unreachable"],
  [
    "fields of other types",
    () => json({ id: "x", value: 1, values: {} }),
    "unreachable",
  ],
];

for (const [criterion, answer, kind] of ANSWERS) {
  forEach(
    `says ${kind} when it is answered ${criterion}`,
    async (ask, context) => {
      const { world, forge } = context;
      world.fault = answer;
      const outcome = await ask(forge);
      // Nobody reads what a forge says of a status that it took.
      if (outcome.kind === "done") {
        assert(
          ask === ASKED["putStatus()"] && answer(new Request("http://a")).ok,
        );
        return;
      }
      assertEquals(outcome.kind, kind, JSON.stringify(outcome));
      const said = JSON.stringify(outcome);
      assert(!said.includes(TOKEN), said);
      assert(!said.includes(btoa(`:${TOKEN}`)), said);
    },
  );
}
