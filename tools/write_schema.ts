/**
 * Writes docs/schema from the schemas in the code.
 *
 * @module
 */

import { serviceConfigJsonSchema } from "../src/service/mod.ts";
import { renderConfigJsonSchema } from "../src/source/mod.ts";

const DIRECTORY = new URL("../docs/schema/", import.meta.url);

async function write(name: string, text: string): Promise<void> {
  await Deno.writeTextFile(new URL(name, DIRECTORY), text);
}

await Deno.mkdir(DIRECTORY, { recursive: true });
await write("renderconfig.json", renderConfigJsonSchema());
await write("serviceconfig.json", serviceConfigJsonSchema());
