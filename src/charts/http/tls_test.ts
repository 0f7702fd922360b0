import { assertStringIncludes } from "@std/assert";
import { makeCertificate } from "../../../tests/certificate.ts";
import { requirement } from "../../../tests/requirements.ts";
import { makeEgress } from "../egress/egress.ts";
import { catchUnavailable } from "../unavailable.ts";
import { get } from "./get.ts";

Deno.test("get() trusts the certificates of a host's caFile, for its own name", async () => {
  if (!await requirement("go")) return;
  const folder = await Deno.makeTempDir();
  const { ca, cert, key } = await makeCertificate("localhost");
  const caFile = `${folder}/ca.pem`;
  await Deno.writeTextFile(caFile, ca);
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    cert,
    key,
    onListen() {},
  }, () => new Response("fine"));
  const cases: [host: string, caFile: string | undefined, expected: string][] =
    [
      ["localhost", caFile, "fine"],
      ["localhost", undefined, "cannot be reached"],
      ["localhost", `${folder}/gone.pem`, "cannot be read"],
      ["127.0.0.1", caFile, "cannot be reached"],
    ];
  for (const [host, file, expected] of cases) {
    const url = new URL(`https://${host}:${server.addr.port}/`);
    const { origin } = url;
    const hosts = [file === undefined ? { origin } : { origin, caFile: file }];
    const networks = ["127.0.0.0/8", "::1"];
    const client = { egress: makeEgress({ hosts, networks }) };
    const outcome = await catchUnavailable(() =>
      get(client, url, { headers: {}, maxBytes: 100 })
    );
    const said = outcome.kind === "available"
      ? new TextDecoder().decode(outcome.result.body)
      : outcome.reason;
    assertStringIncludes(said, expected, `${host} ${file}`);
  }
  await server.shutdown();
  await Deno.remove(folder, { recursive: true });
});
