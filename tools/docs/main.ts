/**
 * Writes the generated documents: `deno task docs`.
 *
 * @module
 */

import { documentUrl } from "./document_url.ts";
import { DOCUMENTS } from "./documents.ts";
import { formatted } from "./markdown.ts";

for (const [path, write] of DOCUMENTS) {
  await Deno.writeTextFile(documentUrl(path), await formatted(write()));
}
