/**
 * Writes docs/schema/renderconfig.json from the schema in the code.
 *
 * @module
 */

import { renderConfigJsonSchema } from "../src/source/mod.ts";

const path = new URL("../docs/schema/renderconfig.json", import.meta.url);
await Deno.mkdir(new URL(".", path), { recursive: true });
await Deno.writeTextFile(path, renderConfigJsonSchema());
