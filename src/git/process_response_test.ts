import { assertEquals } from "@std/assert";
import { delay } from "@std/async/delay";
import { commitFiles, temporary, withFleet, workTree } from "./_testing.ts";
import { smartHttp } from "./smart_http.ts";

const UPLOAD = { "content-type": "application/x-git-upload-pack-request" };

/** Sends the beginning of a request that never ends. */
async function begin(origin: string, request: string): Promise<Deno.Conn> {
  const { hostname, port } = new URL(origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const text = request.replaceAll("\n", "\r\n");
  await connection.write(new TextEncoder().encode(text));
  return connection;
}

Deno.test("respond() ends the process when the client goes away in its request", async () => {
  await withFleet(async ({ url }) => {
    const post = [
      "POST /fleet.git/git-upload-pack HTTP/1.1",
      "Host: localhost",
      "Content-Type: application/x-git-upload-pack-request",
      "Content-Length: 65520",
      "",
      "fff0",
    ];
    const status = async () => {
      const response = await fetch(`${url}/info/refs?service=git-upload-pack`);
      await response.body?.cancel();
      return response.status;
    };
    const connection = await begin(url, post.join("\n"));
    // Our own last question may still be in the way, but not for so long.
    for (let busy = 0; busy < 5;) {
      await delay(20);
      busy = await status() === 503 ? busy + 1 : 0;
    }
    connection.close();
    while (await status() === 503) await delay(5);
  }, { maxConcurrent: 1 });
});

Deno.test("respond() ends the process when the client goes away in the answer", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const files = Array.from(
      { length: 200 },
      (_, index) =>
        [`f${index}`, crypto.getRandomValues(new Uint8Array(60_000))] as const,
    );
    const head = await commitFiles(work, Object.fromEntries(files));
    const repositories = new Map([["fleet.git", {
      directory: `${work}/.git`,
    }]]);
    const serve = smartHttp({ repositories, maxConcurrent: 1 });
    const ask = () =>
      serve(
        new Request("http://localhost/fleet.git/git-upload-pack", {
          method: "POST",
          body: `0032want ${head}\n00000009done\n`,
          headers: UPLOAD,
        }),
      );
    const answer = await ask();
    assertEquals(answer.status, 200);
    await delay(50);
    assertEquals((await ask()).status, 503);
    await answer.body?.cancel();
    for (;;) {
      const next = await ask();
      await next.body?.cancel();
      if (next.status === 200) break;
      await delay(5);
    }
  });
});
