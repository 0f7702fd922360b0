/**
 * Helpers that turn values into texts and back.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { encodeBase64 } from "@std/encoding";
import { loadYaml, marshalGo } from "../../../yaml/mod.ts";
import { formatGo } from "../format_go.ts";
import { TemplateError } from "../run.ts";
import { quoteGo } from "../quote_go.ts";
import { formatJson } from "../scalar.ts";
import type { Value } from "../../../model/mod.ts";
import { type Helper, type Helpers, textOf } from "./helper.ts";

const TO_STRING: Helper = {
  arity: [1, 1],
  whole: true,
  call: ([value]) => formatGo(value ?? null),
};

/** Helpers that turn values into texts and back. */
export const ENCODING_HELPERS: Helpers = {
  toString: TO_STRING,
  quote: { arity: [1, 1], call: ([value]) => quoteGo(textOf(value)) },
  toYaml: {
    arity: [1, 1],
    whole: true,
    call: ([value]) => marshalGo(value ?? null).replace(/\n$/, ""),
  },
  toJson: {
    arity: [1, 1],
    whole: true,
    call: ([value]) => formatJson(value ?? null),
  },
  fromYaml: { arity: [1, 1], call: ([text]) => fromYaml(textOf(text)) },
  sha256: {
    arity: [1, 1],
    call: ([text]) => createHash("sha256").update(textOf(text)).digest("hex"),
  },
  base64: { arity: [1, 1], call: ([text]) => encodeBase64(textOf(text)) },
};

function fromYaml(text: string): Value {
  try {
    return loadYaml(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError(`Cannot read the text as YAML: ${reason}`);
  }
}
